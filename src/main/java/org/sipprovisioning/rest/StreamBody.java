package org.sipprovisioning.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.sipprovisioning.request.SentBody;

/** A body that is read from the servlet's stream. The server's own settings limit the time of each read. */
class StreamBody implements SentBody {
    final HttpServletRequest request;

    StreamBody(HttpServletRequest request) {
        this.request = request;
    }

    @Override
    public int read(byte[] buffer, Duration patience) throws IOException {
        return request.getInputStream().read(buffer);
    }

    @Override
    public void giveUp() {
        // The answer asks the server to close the connection
    }
}
