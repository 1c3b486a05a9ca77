package org.sipprovisioning.rest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipprovisioning.request.FieldsReader;
import org.sipprovisioning.security.AuthenticationInfoFilter;

/** What every application of ours registers. */
final class Providers {
    /** No description of ours that nobody asked for: Jersey serves one at {@code application.wadl}, and at OPTIONS. */
    static final Map<String, Object> PROPERTIES = Map.of("jersey.config.server.wadl.disableWadl", true);

    private Providers() {}

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
