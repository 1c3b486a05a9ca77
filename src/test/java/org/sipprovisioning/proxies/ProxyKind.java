package org.sipprovisioning.proxies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The proxies of {@code examples/proxies}, as the packages of Debian 12 start them. */
enum ProxyKind {
    NGINX("nginx.conf", "HUP", "QUIT") {
        @Override
        Map<String, String> changes(Place place) {
            return Map.of(
                    "listen 443 ssl",
                    "listen 127.0.0.1:" + place.port() + " ssl",
                    "/etc/ssl/certs/sip.example.org.pem",
                    place.certificate().toString(),
                    "/etc/ssl/private/sip.example.org.key",
                    place.key().toString(),
                    "/var/log/nginx/",
                    place.directory() + "/");
        }

        /** Includes the example from Debian's own nginx.conf, where it stands in {@code conf.d}. */
        @Override
        List<String> command(Place place, Path example) throws IOException {
            Map<String, String> changes = new LinkedHashMap<>();
            changes.put("/run/nginx.pid", place.directory() + "/nginx.pid");
            changes.put("/var/log/nginx/", place.directory() + "/");
            changes.put("/etc/nginx/conf.d/*.conf", example.toString());
            changes.put("include /etc/nginx/sites-enabled/*;", "");
            Path main = place.directory().resolve("main.conf");
            Files.writeString(main, changed(Files.readString(Path.of("/etc/nginx/nginx.conf")), changes));
            return List.of("/usr/sbin/nginx", "-c", main.toString(), "-g", "daemon off;");
        }
    },

    APACHE("apache.conf", "USR1", "WINCH") {
        @Override
        Map<String, String> changes(Place place) {
            return Map.of(
                    "<VirtualHost *:443>",
                    "<VirtualHost 127.0.0.1:" + place.port() + ">",
                    "X-Forwarded-Port 443",
                    "X-Forwarded-Port " + place.port(),
                    "/etc/ssl/certs/sip.example.org.pem",
                    place.certificate().toString(),
                    "/etc/ssl/private/sip.example.org.key",
                    place.key().toString());
        }

        /** Includes the example from Debian's own apache2.conf, with the modules that are enabled and those of the example. */
        @Override
        List<String> command(Place place, Path example) throws IOException {
            Map<String, String> changes = new LinkedHashMap<>();
            changes.put("IncludeOptional mods-enabled/*.load", "Include " + place.directory() + "/modules.conf");
            changes.put("Include ports.conf", "Listen 127.0.0.1:" + place.port());
            changes.put("IncludeOptional sites-enabled/*.conf", "Include " + example);
            Path main = place.directory().resolve("main.conf");
            Files.writeString(main, changed(Files.readString(Path.of("/etc/apache2/apache2.conf")), changes));
            Files.writeString(place.directory().resolve("modules.conf"), modules());
            return List.of("/usr/sbin/apache2", "-d", "/etc/apache2", "-f", main.toString(), "-DFOREGROUND");
        }

        @Override
        Map<String, String> environment(Place place) {
            String directory = place.directory().toString();
            return Map.of(
                    "APACHE_LOG_DIR",
                    directory,
                    "APACHE_RUN_DIR",
                    directory,
                    "APACHE_LOCK_DIR",
                    directory,
                    "APACHE_PID_FILE",
                    directory + "/apache2.pid",
                    "APACHE_RUN_USER",
                    "www-data",
                    "APACHE_RUN_GROUP",
                    "www-data");
        }

        private String modules() throws IOException {
            TreeSet<String> names = new TreeSet<>(List.of("ssl", "socache_shmcb", "proxy", "proxy_http", "headers"));
            try (Stream<Path> enabled = Files.list(Path.of("/etc/apache2/mods-enabled"))) {
                enabled.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".load"))
                        .forEach(name -> names.add(name.substring(0, name.length() - ".load".length())));
            }
            return names.stream()
                    .map(name -> "Include mods-available/" + name + ".load\n")
                    .collect(Collectors.joining());
        }
    },

    HAPROXY("haproxy.cfg", "USR2", "USR1") {
        @Override
        Map<String, String> changes(Place place) {
            return Map.of(
                    "bind *:443 ssl",
                    "bind 127.0.0.1:" + place.port() + " ssl",
                    "/etc/haproxy/sip.example.org.pem",
                    place.both().toString(),
                    "log /dev/log local0",
                    "log stdout format raw local0");
        }

        @Override
        List<String> command(Place place, Path example) {
            return List.of("/usr/sbin/haproxy", "-W", "-f", example.toString());
        }
    },

    CADDY("Caddyfile", "", "TERM") {
        @Override
        Map<String, String> changes(Place place) {
            return Map.of(
                    ":443 {", ":" + place.port() + " {\n\tbind 127.0.0.1",
                    "X-Forwarded-Port 443", "X-Forwarded-Port " + place.port(),
                    "127.0.0.1:2019", "127.0.0.1:" + place.otherPort(),
                    "/etc/caddy/sip.example.org.pem", place.certificate().toString(),
                    "/etc/caddy/sip.example.org.key", place.key().toString());
        }

        @Override
        List<String> command(Place place, Path example) {
            return List.of("/usr/bin/caddy", "run", "--adapter", "caddyfile", "--config", example.toString());
        }

        @Override
        List<String> reloading(Place place, Path example, long pid) {
            return List.of(
                    "/usr/bin/caddy", "reload", "--force", "--adapter", "caddyfile", "--config", example.toString());
        }

        @Override
        Map<String, String> environment(Place place) {
            return Map.of("HOME", place.directory().toString());
        }
    };

    private static final Path EXAMPLES = Path.of("examples/proxies");
    private static final String BACKEND = "127.0.0.1:8080";

    private final String file;
    private final String reloadSignal;
    private final String stopSignal;

    ProxyKind(String file, String reloadSignal, String stopSignal) {
        this.file = file;
        this.reloadSignal = reloadSignal;
        this.stopSignal = stopSignal;
    }

    /**
     * Where a proxy runs.
     *
     * @param directory its configuration, its logs and its process id
     * @param port its port at 127.0.0.1
     * @param otherPort a second one, for its administration
     * @param backendPort the server's port
     * @param certificate its certificate
     * @param key its private key
     * @param both both in one file
     */
    record Place(Path directory, int port, int otherPort, int backendPort, Path certificate, Path key, Path both) {}

    /** Writes the example with its ports, certificates and logs changed, and nothing else. Returns the command that starts it. */
    List<String> prepare(Place place) throws IOException {
        Map<String, String> changes = new LinkedHashMap<>(changes(place));
        changes.put(BACKEND, "127.0.0.1:" + place.backendPort());
        Path example = example(place);
        Files.writeString(example, changed(Files.readString(EXAMPLES.resolve(file)), changes));
        return command(place, example);
    }

    /** Returns the command by which the service of Debian's package reloads the configuration. */
    final List<String> reload(Place place, long pid) {
        return reloading(place, example(place), pid);
    }

    /** Returns the command that ends the proxy as soon as it has answered the requests that it has. */
    final List<String> stop(long pid) {
        return signal(stopSignal, pid);
    }

    abstract Map<String, String> changes(Place place);

    abstract List<String> command(Place place, Path example) throws IOException;

    List<String> reloading(Place place, Path example, long pid) {
        return signal(reloadSignal, pid);
    }

    Map<String, String> environment(Place place) {
        return Map.of();
    }

    private Path example(Place place) {
        return place.directory().resolve(file);
    }

    private static List<String> signal(String name, long pid) {
        return List.of("kill", "-" + name, Long.toString(pid));
    }

    /** Replaces texts that must all be there. */
    private static String changed(String text, Map<String, String> changes) {
        String changed = text;
        for (Map.Entry<String, String> change : changes.entrySet()) {
            if (!changed.contains(change.getKey())) {
                throw new IllegalStateException("There is no " + change.getKey() + " in:\n" + text);
            }
            changed = changed.replace(change.getKey(), change.getValue());
        }
        return changed;
    }
}
