package org.sipprovisioning.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.reflect.Proxy;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipprovisioning.provisioning.LinphonercFile;
import org.sipprovisioning.provisioning.hooks.Hooks;
import org.sipprovisioning.space.SpaceReader;

class HealthResourceTest {
    private static final String NONE = "";

    @ParameterizedTest
    @CsvSource({
        "200, UP, '', '', ''",
        "200, DEGRADED, bad line, '', ''",
        "200, DEGRADED, '', broken jar, ''",
        "200, DEGRADED, '', '', too wide"
    })
    void onlyADatabaseThatIsAwayTakesTheServerOutOfService(
            int status, String word, String linphonerc, String hooks, String permissions) {
        Response answer = health(true, linphonerc, hooks, permissions, false);

        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getEntity()).hasToString("{\"status\":\"" + word + "\"}");
        assertThat(health(false, linphonerc, hooks, permissions, false).getStatus())
                .isEqualTo(503);
        assertThat(health(false, linphonerc, hooks, permissions, false).getEntity())
                .hasToString("{\"status\":\"DOWN\"}");
    }

    @Test
    void detailsAreForSuperAdmins() {
        assertThat(health(true, "bad line", NONE, "too wide", true).getEntity())
                .hasToString("{\"status\":\"DEGRADED\",\"checks\":{\"database\":\"UP\",\"linphonerc\":\"bad line\","
                        + "\"hooks\":\"UP\",\"permissions\":\"too wide\"}}");
    }

    private static Response health(
            boolean database, String linphonerc, String hooks, String permissions, boolean superAdmin) {
        HealthResource resource = new HealthResource();
        resource.spaces = new SpaceReader() {
            @Override
            public long changes() {
                if (!database) {
                    throw new IllegalStateException(new SQLTransientConnectionException("away"));
                }
                return 0;
            }
        };
        resource.linphonerc = new LinphonercFile() {
            @Override
            public Optional<String> problem() {
                return problemOf(linphonerc);
            }
        };
        resource.hooks = new Hooks() {
            @Override
            public Optional<String> problem() {
                return problemOf(hooks);
            }
        };
        resource.permissions = new FilePermissions() {
            @Override
            public Optional<String> problem() {
                return problemOf(permissions);
            }
        };
        return resource.health(caller(superAdmin));
    }

    private static Optional<String> problemOf(String text) {
        return Optional.of(text).filter(problem -> !problem.isEmpty());
    }

    private static SecurityContext caller(boolean superAdmin) {
        return (SecurityContext) Proxy.newProxyInstance(
                SecurityContext.class.getClassLoader(),
                new Class<?>[] {SecurityContext.class},
                (self, method, arguments) -> superAdmin && arguments[0].equals("super_admin"));
    }
}
