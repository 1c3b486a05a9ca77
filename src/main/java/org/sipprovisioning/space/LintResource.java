package org.sipprovisioning.space;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.sipprovisioning.fault.Busy;
import org.sipprovisioning.fault.Retried;
import org.sipprovisioning.lint.Findings;
import org.sipprovisioning.lint.FindingsJson;
import org.sipprovisioning.lint.Linter;
import org.sipprovisioning.request.Fields;

/**
 * {@code /api/lint}, for admins: tells what a phone would make of a text, and stores nothing. 200 with the findings; 422 if {@code text} is
 * missing or {@code domain} is no space; 503 while two other texts are examined.
 */
@Path("lint")
@RequestScoped
@Retried
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class LintResource {
    private static final int MAX_TEXT = 16 << 20;
    private static final int MAX_DOMAIN = 253;
    private static final int AT_ONCE = 2;
    private static final Semaphore READERS = new Semaphore(AT_ONCE);

    @Inject
    SpaceReader spaces;

    /** Examines {@code text}, for the space of {@code domain} if it is given: the algorithm of a space has a bearing on some findings. */
    @POST
    public JsonObject lint(Fields sent) {
        sent.require("text");
        String text = sent.rawText("text", MAX_TEXT).orElse("");
        Optional<Space> space = sent.text("domain", MAX_DOMAIN).flatMap(domain -> find(domain, sent));
        sent.check();
        Findings findings = examine(
                text,
                space.filter(found -> found.algorithm() == DigestAlgorithm.MD5).isPresent());
        return Json.createObjectBuilder()
                .add("findings", FindingsJson.first(findings))
                .add("more", findings.more())
                .build();
    }

    private Optional<Space> find(String domain, Fields sent) {
        Optional<Space> found = spaces.read().spaces().stream()
                .filter(space -> space.domain().equals(domain))
                .findFirst();
        if (found.isEmpty()) {
            sent.reject("domain", "is no space");
        }
        return found;
    }

    private static Findings examine(String text, boolean usesMd5) {
        if (!READERS.tryAcquire()) {
            throw new Busy("Two other texts are being examined.");
        }
        try {
            return Linter.check(text, usesMd5);
        } finally {
            READERS.release();
        }
    }
}
