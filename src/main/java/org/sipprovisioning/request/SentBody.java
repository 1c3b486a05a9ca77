package org.sipprovisioning.request;

import java.io.IOException;
import java.time.Duration;

/** The body of a request, as it comes from the connection. An attribute of the request holds it, if the request has a body. */
public interface SentBody {
    /** The name of the request's attribute. */
    String ATTRIBUTE = SentBody.class.getName();

    /**
     * Reads what has arrived, and waits if nothing has.
     *
     * @param patience how long to wait for the first byte
     * @return the number of bytes read; 0 if none has come in time; -1 at the end of the body
     * @throws IOException if the body ends too early or is malformed, or, on some servers, if none has come in time
     */
    int read(byte[] buffer, Duration patience) throws IOException;

    /** Ends the connection after the answer, although the client may still be sending. */
    void giveUp();
}
