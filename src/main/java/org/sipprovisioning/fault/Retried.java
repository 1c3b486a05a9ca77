package org.sipprovisioning.fault;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs the call again if its whole transaction was rolled back because of another one (deadlock, lock wait, lost update, constraint).
 * Belongs on resources, where no transaction is open: inside a transaction, a second try would be part of the failed one.
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({TYPE, METHOD})
public @interface Retried {}
