package org.sipprovisioning.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sipprovisioning.fault.DatabaseFailure;
import org.sipprovisioning.lint.FindingsJson;
import org.sipprovisioning.provisioning.LinphonercFile;
import org.sipprovisioning.provisioning.hooks.Hooks;
import org.sipprovisioning.space.SpaceReader;

/** Tells monitors about this server, at {@code /api/ping} and {@code /api/health}. Needs no credential, and answers under any host. */
@Path("/")
@RequestScoped
public class HealthResource {
    @Inject
    SpaceReader spaces;

    @Inject
    LinphonercFile linphonerc;

    @Inject
    Hooks hooks;

    @Inject
    FilePermissions permissions;

    /** Answers without any check. */
    @GET
    @Path("ping")
    @Produces(MediaType.TEXT_PLAIN)
    public String ping() {
        return "pong";
    }

    /**
     * Answers 503 with {@code DOWN} while requests fail, because the database is not available. Otherwise answers 200, so that no load
     * balancer takes a server away that serves: with {@code DEGRADED} if the operator should correct something, else with {@code UP}. Super
     * admins also get the result of each check, and what a phone makes of the linphonerc file.
     */
    @GET
    @Path("health")
    @Produces(MediaType.APPLICATION_JSON)
    public Response health(@Context SecurityContext caller) {
        Optional<String> database = databaseProblem();
        Map<String, Optional<String>> checks = new LinkedHashMap<>();
        checks.put("database", database);
        checks.put("linphonerc", linphonerc.problem());
        checks.put("hooks", hooks.problem());
        checks.put("permissions", permissions.problem());
        boolean well = checks.values().stream().allMatch(Optional::isEmpty);
        String status = database.isPresent() ? "DOWN" : well ? "UP" : "DEGRADED";
        JsonObjectBuilder body = Json.createObjectBuilder().add("status", status);
        if (caller.isUserInRole("super_admin")) {
            JsonObjectBuilder details = Json.createObjectBuilder();
            checks.forEach((check, problem) -> details.add(check, problem.orElse("UP")));
            body.add("checks", details);
            linphonerc.findings().ifPresent(findings -> body.add("linphonerc_findings", FindingsJson.first(findings)));
        }
        return Response.status(database.isPresent() ? 503 : 200)
                .entity(body.build())
                .build();
    }

    private Optional<String> databaseProblem() {
        try {
            spaces.changes();
            return Optional.empty();
        } catch (RuntimeException e) {
            if (!DatabaseFailure.isUnavailable(e)) {
                throw e;
            }
            return Optional.of("not available");
        }
    }
}
