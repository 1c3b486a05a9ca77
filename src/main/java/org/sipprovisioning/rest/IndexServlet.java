package org.sipprovisioning.rest;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** The page at the root, which points to the documentation. A server's own servlet for files has answers and headers of its own. */
@WebServlet({"", "/index.html"})
public class IndexServlet extends HttpServlet {

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!Set.of("GET", "HEAD").contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        byte[] page = page();
        CommonHeaders.ALL.forEach(response::setHeader);
        response.setContentType("text/html;charset=utf-8");
        response.setContentLength(page.length);
        response.getOutputStream().write(page);
    }

    private byte[] page() throws IOException {
        try (InputStream page = getServletContext().getResourceAsStream("/index.html")) {
            return page.readAllBytes();
        }
    }
}
