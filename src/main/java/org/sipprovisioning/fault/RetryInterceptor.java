package org.sipprovisioning.fault;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Implements {@link Retried}: tries a call up to ten times, but not again after two seconds. */
@Retried
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class RetryInterceptor {
    private static final int TRIES = 10;
    private static final long PATIENCE_NANOS = 2_000_000_000L;

    @AroundInvoke
    Object retry(InvocationContext call) throws Exception {
        long start = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            try {
                return call.proceed();
            } catch (Exception e) {
                boolean givesUp = attempt == TRIES || System.nanoTime() - start > PATIENCE_NANOS;
                if (givesUp || !DatabaseFailure.isTransient(e)) {
                    throw e;
                }
            }
        }
    }
}
