package org.sipprovisioning.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.sipprovisioning.it.Fixtures.PASSWORD;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipprovisioning.it.Fixtures;
import org.sipprovisioning.it.InServer;
import org.sipprovisioning.it.Server;
import org.sipprovisioning.it.TestAccount;
import org.sipprovisioning.space.DigestAlgorithm;

/** Tests login by Digest with clients that are not part of this project. */
@InServer
class OtherClientsIT {
    private static final Path CURL = Path.of("/usr/bin/curl");

    @ParameterizedTest
    @EnumSource
    void curl(DigestAlgorithm algorithm) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(CURL));
        TestAccount account = account(algorithm);

        assertThat(curl(account, PASSWORD, "/provisioning/me?a=b%20c")).contains("<config ", account.username());
        assertThat(curl(account, "wrong-password", "/provisioning/me")).contains("Not authenticated.");
    }

    /** Apache HttpClient supports both MD5 and SHA-256. */
    @ParameterizedTest
    @EnumSource
    void apacheHttpClient(DigestAlgorithm algorithm) throws IOException {
        TestAccount account = account(algorithm);

        assertThat(apache(account, PASSWORD)).contains("<config ", account.username());
        assertThat(apache(account, "wrong-password")).contains("Not authenticated.");
    }

    private static TestAccount account(DigestAlgorithm algorithm) {
        return Fixtures.account(Fixtures.space(Map.of("algorithm", algorithm.token())));
    }

    private static String curl(TestAccount account, String password, String path)
            throws IOException, InterruptedException {
        Process curl = new ProcessBuilder(List.of(
                        CURL.toString(),
                        "-sS",
                        "--noproxy",
                        "*",
                        "--digest",
                        "-u",
                        account.username() + ":" + password,
                        "-H",
                        "From: " + account.sipUri(),
                        Server.suite().uri(path).toString()))
                .redirectErrorStream(true)
                .start();
        try (InputStream output = curl.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(curl.waitFor()).as(text).isZero();
            return text;
        }
    }

    private static String apache(TestAccount account, String password) throws IOException {
        URI uri = Server.suite().uri("/provisioning/me");
        BasicCredentialsProvider credentials = new BasicCredentialsProvider();
        credentials.setCredentials(
                new AuthScope(uri.getHost(), uri.getPort()),
                new UsernamePasswordCredentials(account.username(), password.toCharArray()));
        HttpGet request = new HttpGet(uri);
        request.setHeader("From", account.sipUri());
        try (CloseableHttpClient client =
                HttpClients.custom().setDefaultCredentialsProvider(credentials).build()) {
            return client.execute(request, response -> EntityUtils.toString(response.getEntity()));
        }
    }
}
