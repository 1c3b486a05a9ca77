package org.sipprovisioning.rest;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/**
 * Serves the page at {@code /}, and answers 404 to every unknown path. It replaces the servers' own servlets for files and
 * pages, whose answers and log messages differ.
 */
@WebServlet({"/", "*.jsp", "*.jspx"})
public class FrontPageServlet extends HttpServlet {
    private static final String PAGE = "/index.html";
    private static final Set<String> PATHS = Set.of("/", PAGE);

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!PATHS.contains(
                request.getRequestURI().substring(request.getContextPath().length()))) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!Set.of("GET", "HEAD").contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else {
            answer(response);
        }
    }

    private void answer(HttpServletResponse response) throws IOException {
        try (InputStream page = getServletContext().getResourceAsStream(PAGE)) {
            byte[] body = page.readAllBytes();
            CommonHeaders.ALL.forEach(response::setHeader);
            response.setContentType("text/html;charset=utf-8");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}
