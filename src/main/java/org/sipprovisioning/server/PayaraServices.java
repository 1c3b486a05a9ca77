package org.sipprovisioning.server;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The services within a running Payara. They are found by reflection, because they are not part of its API. */
final class PayaraServices {
    private static final String GRIZZLY_SERVICE = "com.sun.enterprise.v3.services.impl.GrizzlyService";
    private static final String NETWORK_LISTENER = "org.glassfish.grizzly.config.dom.NetworkListener";
    private static final Annotation[] NO_QUALIFIERS = {};

    private final Object locator;

    /** @throws ReflectiveOperationException if this Payara has other classes or methods than expected */
    PayaraServices() throws ReflectiveOperationException {
        locator = type("org.glassfish.internal.api.Globals")
                .getMethod("getDefaultHabitat")
                .invoke(null);
    }

    /** Whether this server is Payara. */
    static boolean areHere() {
        try {
            type(GRIZZLY_SERVICE);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Returns the configurations of the listeners, also of those that are not enabled. */
    Collection<?> configurations() throws ReflectiveOperationException {
        List<?> all = (List<?>) type("org.glassfish.hk2.api.ServiceLocator")
                .getMethod("getAllServices", Class.class, Annotation[].class)
                .invoke(locator, type(NETWORK_LISTENER), NO_QUALIFIERS);
        Map<Object, Object> byName = new LinkedHashMap<>();
        for (Object configuration : all) {
            byName.putIfAbsent(call(configuration, "getName"), configuration);
        }
        return byName.values();
    }

    /** Returns the listeners that are there now. */
    List<Object> listeners() throws ReflectiveOperationException {
        List<Object> listeners = new ArrayList<>();
        for (Object configuration : configurations()) {
            listener(configuration).ifPresent(listeners::add);
        }
        return listeners;
    }

    /** Returns the listener with this configuration, if it is there now. */
    Optional<Object> listener(Object configuration) throws ReflectiveOperationException {
        Object proxy = type(GRIZZLY_SERVICE)
                .getMethod("lookupNetworkProxy", type(NETWORK_LISTENER))
                .invoke(service(GRIZZLY_SERVICE), configuration);
        return proxy == null ? Optional.empty() : Optional.of(call(proxy, "getUnderlyingListener"));
    }

    /** Changes a listener's configuration, and waits until Payara has done what the change asks for. */
    void change(Object configuration, Map<String, String> valueBySetter) throws ReflectiveOperationException {
        Class<?> code = type("org.jvnet.hk2.config.SingleConfigCode");
        Object change =
                Proxy.newProxyInstance(code.getClassLoader(), new Class<?>[] {code}, (self, method, arguments) -> {
                    for (Map.Entry<String, String> entry : valueBySetter.entrySet()) {
                        arguments[0]
                                .getClass()
                                .getMethod(entry.getKey(), String.class)
                                .invoke(arguments[0], entry.getValue());
                    }
                    return null;
                });
        type("org.jvnet.hk2.config.ConfigSupport")
                .getMethod("apply", code, type("org.jvnet.hk2.config.ConfigBeanProxy"))
                .invoke(null, change, configuration);
        call(service("org.jvnet.hk2.config.Transactions"), "waitForDrain");
    }

    /**
     * Calls the consumer with the name of each event of the server, in the thread of the event.
     *
     * @return the action that ends this
     */
    Runnable onEvent(Consumer<String> consumer) throws ReflectiveOperationException {
        Class<?> type = type("org.glassfish.api.event.EventListener");
        Object listener = Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> switch (method.getName()) {
                    case "event" -> {
                        consumer.accept((String) call(arguments[0], "name"));
                        yield null;
                    }
                    case "equals" -> self == arguments[0];
                    default -> method.invoke(consumer, arguments);
                });
        Object events = service("org.glassfish.api.event.Events");
        events.getClass().getMethod("register", type).invoke(events, listener);
        return () -> unregister(events, type, listener);
    }

    private static void unregister(Object events, Class<?> type, Object listener) {
        try {
            events.getClass().getMethod("unregister", type).invoke(events, listener);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Calls a public method without parameters. */
    static Object call(Object target, String method) throws ReflectiveOperationException {
        return target.getClass().getMethod(method).invoke(target);
    }

    private Object service(String name) throws ReflectiveOperationException {
        return type("org.glassfish.hk2.api.ServiceLocator")
                .getMethod("getService", Class.class, Annotation[].class)
                .invoke(locator, type(name), NO_QUALIFIERS);
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(name);
    }
}
