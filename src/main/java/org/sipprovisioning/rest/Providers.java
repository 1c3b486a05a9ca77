package org.sipprovisioning.rest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipprovisioning.request.FieldsReader;
import org.sipprovisioning.security.AuthenticationInfoFilter;

/** The providers that every JAX-RS application registers. */
final class Providers {
    /** Switches off the description of the application that Jersey serves at {@code application.wadl}, and at OPTIONS. */
    static final Map<String, Object> PROPERTIES = Map.of("jersey.config.server.wadl.disableWadl", true);

    private Providers() {}

    /** Returns these resources together with the common providers. */
    static Set<Class<?>> with(Class<?>... resources) {
        Set<Class<?>> classes = new LinkedHashSet<>(List.of(resources));
        classes.addAll(List.of(
                AllowFilter.class,
                AuthenticationInfoFilter.class,
                CommonHeaders.class,
                FaultMapper.class,
                FieldsReader.class,
                ForeignGetFilter.class,
                ForeignPageFilter.class,
                KnownHostFilter.class,
                KnownLengthFilter.class,
                MethodCaseFilter.class,
                UnexpectedMapper.class,
                WebApplicationExceptionMapper.class));
        return classes;
    }
}
