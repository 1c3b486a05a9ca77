package org.sipprovisioning.rest;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** The services within a running WildFly. They are found by reflection, because they are not part of its API. */
final class WildFlyServices {
    private static final String MSC = "org.jboss.msc";
    private static final String BUILDER = "org.jboss.msc.service.ServiceBuilder";
    private static final String CONTAINER = "org.jboss.msc.service.ServiceContainer";
    private static final String CONTROLLER = "org.jboss.msc.service.ServiceController";
    private static final String NAME = "org.jboss.msc.service.ServiceName";
    private static final List<String> ACTIVE = List.of("UP", "STOPPING");

    private final Object container;

    /** @throws ReflectiveOperationException if this WildFly has other classes or methods than expected */
    WildFlyServices() throws ReflectiveOperationException {
        container = type("org.jboss.as.server", "org.jboss.as.server.CurrentServiceContainer")
                .getMethod("getServiceContainer")
                .invoke(null);
    }

    /** Whether this server is WildFly. */
    static boolean areHere() {
        try {
            Class.forName("org.jboss.modules.Module");
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Returns the names of the services that begin like this. */
    List<Object> names(String prefix) throws ReflectiveOperationException {
        List<?> all = (List<?>) msc(CONTAINER).getMethod("getServiceNames").invoke(container);
        List<Object> names = new ArrayList<>();
        for (Object name : all) {
            if (((String) msc(NAME).getMethod("getCanonicalName").invoke(name)).startsWith(prefix)) {
                names.add(name);
            }
        }
        return names;
    }

    /** Whether the service has started and not yet stopped. */
    boolean isActive(Object name) throws ReflectiveOperationException {
        Object controller =
                msc(CONTAINER).getMethod("getService", msc(NAME)).invoke(container, name);
        return controller != null
                && ACTIVE.contains(
                        msc(CONTROLLER).getMethod("getState").invoke(controller).toString());
    }

    /**
     * Adds a service. Those that it needs stop after it.
     *
     * @param stop stops it, in a thread of its own
     */
    void add(List<?> needed, Runnable stop) throws ReflectiveOperationException {
        Object builder = msc(CONTAINER).getMethod("addService").invoke(container);
        for (Object name : needed) {
            msc(BUILDER).getMethod("requires", msc(NAME)).invoke(builder, name);
        }
        Class<?> service = msc("org.jboss.msc.Service");
        Object instance =
                Proxy.newProxyInstance(service.getClassLoader(), new Class<?>[] {service}, (self, method, arguments) -> {
                    if (method.getName().equals("stop")) {
                        inThread(arguments[0], stop);
                    }
                    return null;
                });
        msc(BUILDER).getMethod("setInstance", service).invoke(builder, instance);
        msc(BUILDER).getMethod("install").invoke(builder);
    }

    private static void inThread(Object context, Runnable stop) throws ReflectiveOperationException {
        Class<?> type = msc("org.jboss.msc.service.LifecycleContext");
        type.getMethod("asynchronous").invoke(context);
        Thread thread = new Thread(() -> {
            stop.run();
            try {
                type.getMethod("complete").invoke(context);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static Class<?> msc(String name) throws ReflectiveOperationException {
        return type(MSC, name);
    }

    private static Class<?> type(String module, String name) throws ReflectiveOperationException {
        Class<?> modules = Class.forName("org.jboss.modules.Module");
        Object loader = modules.getMethod("getBootModuleLoader").invoke(null);
        Object loaded = Class.forName("org.jboss.modules.ModuleLoader")
                .getMethod("loadModule", String.class)
                .invoke(loader, module);
        return Class.forName(
                name, true, (ClassLoader) modules.getMethod("getClassLoader").invoke(loaded));
    }
}
