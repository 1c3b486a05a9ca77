package org.sipprovisioning.linphone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.sipprovisioning.it.TestAccount;
import org.sipprovisioning.linphone.CProgram.Output;

/**
 * A phone: Debian's liblinphone, driven by {@code phone.c}, and the linphonerc that it keeps from one start to the next.
 *
 * <pre>{@code
 * Linphone phone = Linphone.unpacked();
 * phone.scan(account.url()).succeeded();
 * phone.start().section("proxy_0");
 * }</pre>
 */
final class Linphone {
    private static final CProgram PROGRAM = CProgram.compile("phone");
    /** Lets the phone listen, and connect to others, on this machine only. */
    private static final String LOOPBACK = """
            [sip]
            bind_address=127.0.0.1
            sip_port=-1
            sip_tcp_port=-1
            sip_tls_port=-1
            use_ipv6=0
            """;

    private static final Set<String> VOLATILE_KEYS = Set.of("", "config-uri", "user_agent", "nat_policy_ref", "ref");

    /** The result of an account's registration. */
    record Registration(String identity, String state, String reason) {}

    /** A configuration: the keys and values of each section. */
    record Config(Map<String, Map<String, String>> sections) {

        /** Returns the entries of a section. Returns an empty map if there is no such section. */
        Map<String, String> section(String name) {
            return sections.getOrDefault(name, Map.of());
        }

        /** Returns the entries whose keys the other configuration does not have. */
        Config without(Config other) {
            Map<String, Map<String, String>> rest = new LinkedHashMap<>();
            sections.forEach((name, entries) -> {
                Map<String, String> left = new LinkedHashMap<>(entries);
                left.keySet().removeAll(other.section(name).keySet());
                if (!left.isEmpty()) {
                    rest.put(name, left);
                }
            });
            return new Config(rest);
        }
    }

    /**
     * A run of the phone, from its start to its stop.
     *
     * @param status liblinphone's LinphoneConfiguringState: Successful, Failed, or Skipped if it had no URL to fetch
     * @param contacts the SIP address of each name
     * @param config the configuration at the end
     */
    record Run(
            String status,
            String message,
            List<Registration> registrations,
            Map<String, String> contacts,
            Config config) {

        Run succeeded() {
            assertThat(status).as(message).isEqualTo("Successful");
            return this;
        }

        Run failed() {
            assertThat(status).as(message).isEqualTo("Failed");
            return this;
        }

        /** Returns the entries of a section. Returns an empty map if there is no such section. */
        Map<String, String> section(String name) {
            return config.section(name);
        }

        Registration registration() {
            assertThat(registrations).hasSize(1);
            return registrations.get(0);
        }
    }

    private final Path linphonerc;

    private Linphone(Path linphonerc) {
        this.linphonerc = linphonerc;
    }

    /** Returns a phone that was never started. */
    static Linphone unpacked() {
        return with("");
    }

    /** Returns a phone that was used before and has this linphonerc. */
    static Linphone with(String linphonerc) {
        try {
            Path file = Files.createTempDirectory(CProgram.directory(), "phone").resolve("linphonerc");
            Files.writeString(file, linphonerc + "\n" + LOOPBACK);
            return new Linphone(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a phone that was started once and has written its own defaults. */
    static Linphone blank() {
        Linphone phone = unpacked();
        phone.start();
        return phone;
    }

    /** Returns a phone that has this account. The account's token is then used. */
    static Linphone provisioned(TestAccount account) {
        Linphone phone = unpacked();
        phone.scan(account.url()).succeeded();
        return phone;
    }

    /** Starts the phone with the configuration of its last stop. */
    Run start() {
        return run();
    }

    /** Gives the phone a URL, as its user does by a QR code, and starts it. */
    Run scan(String url) {
        return run("-p", url);
    }

    /** Does the same as {@link #scan}, with the user agent of another application. */
    Run scanAs(String userAgent, String url) {
        return run("-u", userAgent, "-p", url);
    }

    /** Starts the phone and waits until each account is registered or refused. */
    Run register() {
        return run("-r");
    }

    /** Starts the phone and waits for its contacts. */
    Run fetchContacts() {
        return run("-c");
    }

    /**
     * Asserts that an action does not change the linphonerc, except for the URL that it sets itself and for the
     * settings that 5.3 makes anew at each start.
     */
    void assertUnchangedBy(Consumer<Linphone> action) {
        List<String> before = lasting();
        action.accept(this);
        assertThat(lasting()).isEqualTo(before);
    }

    /** Returns section and line of each setting, without those that may change. */
    private List<String> lasting() {
        List<String> settings = new ArrayList<>();
        String section = "";
        for (String line : linphonerc().split("\n")) {
            section = line.startsWith("[") ? line : section;
            if (!VOLATILE_KEYS.contains(line.replaceFirst("=.*", ""))) {
                settings.add(section + line);
            }
        }
        return settings.stream().sorted().toList();
    }

    /** Returns the linphonerc that the phone wrote when it stopped. */
    String linphonerc() {
        try {
            return Files.readString(linphonerc);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Run run(String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add(linphonerc.toString());
        return read(PROGRAM.run(arguments.toArray(String[]::new)));
    }

    private static Run read(List<Output> records) {
        List<Registration> registrations = new ArrayList<>();
        Map<String, String> contacts = new LinkedHashMap<>();
        Map<String, Map<String, String>> config = new LinkedHashMap<>();
        Map<String, String> section = Map.of();
        String status = "None";
        String message = "";
        for (Output output : records) {
            switch (output.kind()) {
                case "liblinphone" -> Proofs.with("liblinphone", output.field(0));
                case "configuring" -> {
                    status = output.field(0);
                    message = output.field(1);
                }
                case "account" ->
                    registrations.add(new Registration(output.field(0), output.field(1), output.field(2)));
                case "contact" -> contacts.put(output.field(0), output.field(1));
                case "section" -> config.put(output.field(0), section = new LinkedHashMap<>());
                case "entry" -> section.put(output.field(0), output.field(1));
                default -> throw new IllegalStateException(output.toString());
            }
        }
        return new Run(status, message, registrations, contacts, new Config(config));
    }
}
