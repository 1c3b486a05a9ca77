package org.sipprovisioning.server;

import java.io.CharConversionException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.HttpHeader;
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

    /** Gives a request a path that Payara itself refuses with 400. */
    private static void refuse(HttpRequestPacket request) {
        request.getRequestURIRef().init(new byte[] {'\\'}, 0, 1);
    }

    /**
     * Answers a malformed request line with 400, as RFC 9112 §3 requires, where Payara answers 505. Refuses a request with
     * both {@code Content-Length} and {@code Transfer-Encoding}: if the length stands first, Payara drops it, so that
     * FramingFilter cannot see it, and keeps the connection open, against RFC 9112 §6.1.
     */
    static final class Parsing extends HttpProbe.Adapter {
        private static final Pattern LENGTH = Pattern.compile("\ncontent-length[ \\t]*:", Pattern.CASE_INSENSITIVE);

        private final Field headerBuffer;

        /** @throws ReflectiveOperationException if this Payara keeps no header buffer */
        Parsing() throws ReflectiveOperationException {
            headerBuffer = HttpHeader.class.getDeclaredField("headerBuffer");
            headerBuffer.setAccessible(true);
        }

        @Override
        @SuppressWarnings("rawtypes")
        public void onHeaderParseEvent(Connection connection, HttpHeader header, int size) {
            if (header instanceof HttpRequestPacket request && request.isChunked() && hasLength(request, size)) {
                request.getProcessingState().setKeepAlive(false);
                refuse(request);
            }
        }

        private boolean hasLength(HttpRequestPacket request, int size) {
            try {
                Buffer head = (Buffer) headerBuffer.get(request);
                return LENGTH.matcher(
                                head.toStringContent(StandardCharsets.ISO_8859_1, 0, Math.min(size, head.limit())))
                        .find();
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        @SuppressWarnings("rawtypes")
        public void onErrorEvent(Connection connection, HttpPacket packet, Throwable error) {
            if (packet instanceof HttpRequestPacket request
                    && request.getResponse().getStatus() == HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505.getStatusCode()) {
                HttpStatus.BAD_REQUEST_400.setValues(request.getResponse());
            }
        }
    }

    /** Refuses a request whose parts cannot be decoded. */
    static final class Receiving extends HttpServerProbe.Adapter {

        @Override
        @SuppressWarnings("rawtypes")
        public void onRequestReceiveEvent(HttpServerFilter filter, Connection connection, Request request) {
            if (!readable(request.getRequest())) {
                refuse(request.getRequest());
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
