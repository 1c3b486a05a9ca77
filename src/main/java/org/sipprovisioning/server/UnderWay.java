package org.sipprovisioning.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.HttpServerProbe;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/** Counts the requests that Payara has received and not yet answered. */
final class UnderWay extends HttpServerProbe.Adapter {
    private int requests;

    @Override
    @SuppressWarnings("rawtypes")
    public synchronized void onRequestReceiveEvent(HttpServerFilter filter, Connection connection, Request request) {
        requests++;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public synchronized void onRequestCompleteEvent(HttpServerFilter filter, Connection connection, Response response) {
        requests--;
        notifyAll();
    }

    /** Waits until no request is under way, but no longer than this. Returns how many still are. */
    synchronized int await(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            for (long left = limit.toNanos(); requests > 0 && left > 0; left = deadline - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return requests;
    }
}
