package org.sipprovisioning.server;

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
            modules("Module");
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
        Object controller = msc(CONTAINER).getMethod("getService", msc(NAME)).invoke(container, name);
        return controller != null
                && ACTIVE.contains(
                        msc(CONTROLLER).getMethod("getState").invoke(controller).toString());
    }

    /** Whether the server is stopping. */
    boolean areStopping() throws ReflectiveOperationException {
        return (boolean) msc(CONTAINER).getMethod("isShutdown").invoke(container);
    }

    /**
     * Adds a service. Those that it needs stop after it.
     *
     * @param stop stops it, in a thread of its own
     * @return the action that removes it, unless the server is stopping
     */
    Runnable add(List<?> needed, Runnable stop) throws ReflectiveOperationException {
        Object builder = msc(CONTAINER).getMethod("addService").invoke(container);
        for (Object name : needed) {
            msc(BUILDER).getMethod("requires", msc(NAME)).invoke(builder, name);
        }
        Class<?> service = msc("org.jboss.msc.Service");
        Object instance = Proxy.newProxyInstance(
                service.getClassLoader(), new Class<?>[] {service}, (self, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return method.invoke(stop, arguments);
                    }
                    if (method.getName().equals("stop")) {
                        inThread(arguments[0], stop);
                    }
                    return null;
                });
        msc(BUILDER).getMethod("setInstance", service).invoke(builder, instance);
        Object controller = msc(BUILDER).getMethod("install").invoke(builder);
        return () -> remove(controller);
    }

    private void remove(Object controller) {
        try {
            if (!areStopping()) {
                Class<?> mode = msc("org.jboss.msc.service.ServiceController$Mode");
                msc(CONTROLLER)
                        .getMethod("setMode", mode)
                        .invoke(controller, mode.getField("REMOVE").get(null));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
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
        Class<?> modules = modules("Module");
        Object loader = modules.getMethod("getBootModuleLoader").invoke(null);
        Object loaded =
                modules("ModuleLoader").getMethod("loadModule", String.class).invoke(loader, module);
        return Class.forName(
                name, true, (ClassLoader) modules.getMethod("getClassLoader").invoke(loaded));
    }

    /** Returns a class of JBoss Modules, which is on the class path of the process. The application's class loader does not know it. */
    private static Class<?> modules(String name) throws ClassNotFoundException {
        return Class.forName("org.jboss.modules." + name, true, ClassLoader.getSystemClassLoader());
    }
}
