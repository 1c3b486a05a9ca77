package org.sipprovisioning.security;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the digests and HMACs of the thread that has made it, as a JCA provider that Java asks before all others. {@code close()} takes
 * it away.
 */
final class DigestCosts extends Provider implements AutoCloseable {
    private static final long serialVersionUID = 1;

    private final transient Thread counted = Thread.currentThread();
    private final transient Map<String, Integer> made = new TreeMap<>();

    DigestCosts() {
        super("DigestCosts", "1", "counts");
        count("MessageDigest", "MD5", "SUN");
        count("MessageDigest", "SHA-256", "SUN");
        count("Mac", "HmacSHA256", "SunJCE");
        Security.insertProviderAt(this, 1);
    }

    /** Runs a call, and returns how often it used each algorithm. */
    Map<String, Integer> of(Runnable call) {
        made.clear();
        call.run();
        return new TreeMap<>(made);
    }

    /** Adds one to the count, for a statement or whatever else costs time. */
    void add(String what) {
        if (Thread.currentThread() == counted) {
            made.merge(what, 1, Integer::sum);
        }
    }

    @Override
    public void close() {
        Security.removeProvider(getName());
    }

    private void count(String type, String algorithm, String from) {
        Service real = Security.getProvider(from).getService(type, algorithm);
        putService(new Service(this, type, algorithm, real.getClassName(), null, null) {
            @Override
            public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
                add(algorithm);
                return real.newInstance(parameter);
            }
        });
    }
}
