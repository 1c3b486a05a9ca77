package org.sipprovisioning.rest;

import java.io.CharConversionException;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpProbe;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.HttpServerProbe;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.util.HttpStatus;

/** What {@link PayaraListeners} puts into Payara's listener: whatever is no request is answered 400. */
final class BadRequestProbes {

    private BadRequestProbes() {}

    /** A request line that cannot be taken apart: 400, as RFC 9112 §3 asks, where Payara says 505. */
    static final class Parsing extends HttpProbe.Adapter {

        @Override
        @SuppressWarnings("rawtypes")
        public void onErrorEvent(Connection connection, HttpPacket packet, Throwable error) {
            if (packet instanceof HttpRequestPacket request
                    && request.getResponse().getStatus() == HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505.getStatusCode()) {
                HttpStatus.BAD_REQUEST_400.setValues(request.getResponse());
            }
        }
    }

    /** A request whose parts cannot be read: given a path that Payara itself refuses with 400. */
    static final class Receiving extends HttpServerProbe.Adapter {

        @Override
        @SuppressWarnings("rawtypes")
        public void onRequestReceiveEvent(HttpServerFilter filter, Connection connection, Request request) {
            if (!readable(request.getRequest())) {
                request.getRequest().getRequestURIRef().init(new byte[] {'\\'}, 0, 1);
            }
        }

        /**
         * The host first: once a path is decoded Payara keeps it, and another one given later would not count. Its
         * decoders throw what they meet: a bad argument, a bad state, an index beyond the end.
         */
        private static boolean readable(HttpRequestPacket request) {
            try {
                return request.serverName().getLength() > 0
                        && request.getRequestURIRef().getDecodedRequestURIBC() != null;
            } catch (CharConversionException | RuntimeException e) {
                return false;
            }
        }
    }
}
