package org.sipprovisioning.fault;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** See {@link Retried}. */
@Retried
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class RetryInterceptor {
    private static final int TRIES = 10;

    @AroundInvoke
    Object retry(InvocationContext call) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return call.proceed();
            } catch (Exception e) {
                if (attempt == TRIES || !DatabaseFailure.isTransient(e)) {
                    throw e;
                }
            }
        }
    }
}
