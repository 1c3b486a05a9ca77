package org.sipprovisioning.rest;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Writes the body of an error that the container answers without a call of a resource: an unknown path, a request that the container
 * refuses, an exception that is not mapped. It has the name of the status, and no server, version or stack trace.
 *
 * <p>web.xml names it as the default error page. A direct request for it gets 404, like an unknown path.
 */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {

    private static final Logger LOG = Logger.getLogger(ErrorServlet.class.getName());

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        failure(request).ifPresent(failure -> LOG.log(Level.SEVERE, "Unexpected failure", LoggedFailure.of(failure)));
        answer(status(request), response);
    }

    static void answer(int status, HttpServletResponse response) throws IOException {
        String message = Optional.ofNullable(Status.fromStatusCode(status))
                .map(Status::getReasonPhrase)
                .orElse("Error");
        byte[] body = ErrorBody.bytes(message, Map.of());
        response.setStatus(status);
        response.setContentType("application/json");
        CommonHeaders.ALL.forEach(response::setHeader);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Returns the exception that no filter and no mapper has caught. WildFly's own log of it is off: it would quote the request. */
    private static Optional<Throwable> failure(HttpServletRequest request) {
        return Optional.ofNullable((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
    }

    private static int status(HttpServletRequest request) {
        boolean dispatched = request.getDispatcherType() == DispatcherType.ERROR;
        Object status = dispatched ? request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) : null;
        return status instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND;
    }
}
