package org.sipprovisioning.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests the harness: the WAR is served at the context root, and the server uses the database of this run. */
@Tag("smoke")
@InServer
class SmokeIT {

    @Test
    void unknownPathIsAnsweredByUsAndNotByTheServer() {
        HttpResponse<String> response = Server.suite().get("/no-such-path");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.headers().firstValue("Server")).isEmpty();
        assertThat(response.headers().firstValue("X-Powered-By")).isEmpty();
        assertThat(response.body()).isEqualTo("{\"message\":\"Not Found\"}");
    }

    @Test
    void databaseIsTheOneOfThisRun() throws SQLException {
        try (Connection connection = Database.connect()) {
            assertThat(connection.getMetaData().getDatabaseProductName())
                    .isEqualToIgnoringCase(Database.kind().name());
        }
    }
}
