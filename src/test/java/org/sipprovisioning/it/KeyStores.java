package org.sipprovisioning.it;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * Makes keys and certificates as an operator does, with the JDK's keytool. A key store also serves as the trust store
 * of its certificate.
 */
public final class KeyStores {
    public static final String PASSWORD = "changeit";
    private static final String ALIAS = "provisioning";

    private KeyStores() {}

    /** A PKCS #12 file with one key and its certificates. */
    public record Store(Path file) {

        public KeyStore load() {
            try (InputStream in = Files.newInputStream(file)) {
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(in, PASSWORD.toCharArray());
                return store;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Returns the certificates of the key: its own first, the authority's last. */
        public List<X509Certificate> chain() {
            try {
                return Arrays.stream(load().getCertificateChain(ALIAS))
                        .map(X509Certificate.class::cast)
                        .toList();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        public String pem() {
            try {
                return "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(chain().get(0).getEncoded())
                        + "\n-----END CERTIFICATE-----\n";
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Makes a server's key with a self-signed certificate. */
    public static Store selfSigned(Path directory, String host) {
        return make(directory, host, "CN=" + host, "-ext", "san=dns:" + host);
    }

    public static Store authority(Path directory, String name) {
        return make(directory, name, "CN=" + name, "-ext", "bc:c", "-ext", "ku:c=keyCertSign,cRLSign");
    }

    /**
     * Makes a key with a certificate that the authority signs.
     *
     * @param options keytool's {@code -ext}, {@code -startdate} and {@code -validity}
     */
    public static Store signedBy(Store authority, Path directory, String name, String subject, String... options) {
        Store store = make(directory, name, subject);
        Path request = directory.resolve(name + ".csr");
        Path certificate = directory.resolve(name + ".pem");
        keytool(ALIAS, "-certreq", "-keystore", store.file.toString(), "-file", request.toString());
        List<String> signing = new ArrayList<>(List.of("-gencert", "-keystore", authority.file.toString(), "-rfc"));
        signing.addAll(List.of("-infile", request.toString(), "-outfile", certificate.toString()));
        signing.addAll(List.of(options));
        keytool(ALIAS, signing.toArray(String[]::new));
        append(certificate, authority);
        keytool(ALIAS, "-importcert", "-noprompt", "-keystore", store.file.toString(), "-file", certificate.toString());
        return store;
    }

    /** Makes a store of certificates without keys. */
    public static Store trusting(Path directory, String name, Store... trusted) {
        Store store = new Store(directory.resolve(name + ".p12"));
        for (Store each : trusted) {
            Path certificate = directory.resolve("trusted.pem");
            write(certificate, each.pem());
            String alias = each.file.getFileName().toString();
            keytool(
                    alias,
                    "-importcert",
                    "-noprompt",
                    "-keystore",
                    store.file.toString(),
                    "-file",
                    certificate.toString());
        }
        return store;
    }

    /**
     * Returns a TLS context that trusts one certificate. It sends its own certificate, if it has one, to every peer
     * that asks for one, whatever authorities the peer names.
     */
    public static SSLContext context(Store trusted, Optional<Store> own) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted.load());
            KeyManager[] keys = own.isEmpty() ? new KeyManager[0] : new KeyManager[] {new OneKey(own.get())};
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A key manager that always sends its certificate. The JDK's own sends none if the server does not name the
     * certificate's authority.
     */
    private static final class OneKey extends X509ExtendedKeyManager {
        private final Store store;

        OneKey(Store store) {
            this.store = store;
        }

        @Override
        public String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
            return ALIAS;
        }

        @Override
        public String chooseEngineServerAlias(String type, Principal[] issuers, SSLEngine engine) {
            return ALIAS;
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return new String[] {ALIAS};
        }

        @Override
        public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            return ALIAS;
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return new String[] {ALIAS};
        }

        @Override
        public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            return ALIAS;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return store.chain().toArray(X509Certificate[]::new);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            try {
                return (PrivateKey) store.load().getKey(ALIAS, PASSWORD.toCharArray());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void append(Path certificate, Store authority) {
        try {
            write(certificate, Files.readString(certificate) + authority.pem());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void createDirectories(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Store make(Path directory, String name, String subject, String... options) {
        Store store = new Store(directory.resolve(name + ".p12"));
        createDirectories(directory);
        List<String> making = new ArrayList<>(List.of("-genkeypair", "-keystore", store.file.toString()));
        making.addAll(List.of("-dname", subject, "-keyalg", "EC", "-groupname", "secp256r1"));
        making.addAll(List.of(options));
        keytool(ALIAS, making.toArray(String[]::new));
        return store;
    }

    /**
     * Runs keytool in this process, because a JVM for each of dozens of calls takes a minute. The build opens keytool's
     * package to the tests.
     */
    private static void keytool(String alias, String... arguments) {
        List<String> command = new ArrayList<>(List.of(arguments[0], "-debug"));
        command.addAll(List.of("-alias", alias, "-storetype", "PKCS12", "-storepass", PASSWORD));
        command.addAll(Arrays.asList(arguments).subList(1, arguments.length));
        try {
            Class.forName("sun.security.tools.keytool.Main")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) command.toArray(String[]::new));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
