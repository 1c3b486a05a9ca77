package org.sipprovisioning.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class UndertowBodyTest {

    @Test
    void neverWaitsForEver() throws Exception {
        EarlyChannel channel = new EarlyChannel();

        int count = UndertowBody.of(new UndertowRequest(channel)).read(new byte[10], Duration.ofMillis(20));

        assertThat(count).isZero();
        assertThat(channel.waits).hasSizeGreaterThan(1).allMatch(millis -> millis > 0);
    }

    /** A channel without bytes, whose wait ends a little early. XNIO understands whole milliseconds, and 0 as "for ever". */
    public static final class EarlyChannel implements ReadableByteChannel {
        private final List<Long> waits = new ArrayList<>();

        public void awaitReadable(long time, TimeUnit unit) {
            waits.add(unit.toMillis(time));
            LockSupport.parkNanos(unit.toNanos(time) / 2);
        }

        @Override
        public int read(ByteBuffer into) {
            return 0;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {
            throw new UnsupportedOperationException();
        }
    }

    /** Has the methods that Undertow's request has. */
    public static final class UndertowRequest extends HttpServletRequestWrapper {
        private final EarlyChannel channel;

        UndertowRequest(EarlyChannel channel) {
            super((HttpServletRequest) Proxy.newProxyInstance(
                    UndertowRequest.class.getClassLoader(),
                    new Class<?>[] {HttpServletRequest.class},
                    (proxy, method, arguments) -> {
                        throw new UnsupportedOperationException(method.getName());
                    }));
            this.channel = channel;
        }

        public UndertowRequest getExchange() {
            return this;
        }

        public EarlyChannel getRequestChannel() {
            return channel;
        }
    }
}
