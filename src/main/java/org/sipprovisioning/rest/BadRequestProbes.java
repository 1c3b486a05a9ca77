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

/** The probes that {@link PayaraListeners} adds to Payara's listeners: a malformed request is answered 400. */
final class BadRequestProbes {

    private BadRequestProbes() {}

    /** Answers a malformed request line with 400, as RFC 9112 §3 requires, where Payara answers 505. */
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

    /** Gives a request whose parts cannot be decoded a path that Payara itself refuses with 400. */
    static final class Receiving extends HttpServerProbe.Adapter {

        @Override
        @SuppressWarnings("rawtypes")
        public void onRequestReceiveEvent(HttpServerFilter filter, Connection connection, Request request) {
            if (!readable(request.getRequest())) {
                request.getRequest().getRequestURIRef().init(new byte[] {'\\'}, 0, 1);
            }
        }

        /**
         * Whether host and path can be decoded. The host comes first: Payara keeps a decoded path, and a path that is set
         * later would have no effect. Its decoders throw different exceptions: for a bad argument, a bad state, an index
         * beyond the end.
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
