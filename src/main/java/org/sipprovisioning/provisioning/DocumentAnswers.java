package org.sipprovisioning.provisioning;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.sipprovisioning.audit.AuditTrail;
import org.sipprovisioning.fault.Forbidden;
import org.sipprovisioning.provisioning.hooks.HookFailed;
import org.sipprovisioning.space.Space;

/** Answers requests with documents: 200, {@code application/xml}. */
@RequestScoped
public class DocumentAnswers {
    private static final String XML = "application/xml";

    @Inject
    PublicDocuments publicDocuments;

    @Inject
    Origins origins;

    @Inject
    AuditTrail trail;

    /**
     * Answers the base document of the space that the request is for.
     *
     * @throws Forbidden if the space has expired
     */
    Response base() {
        Space space = origins.space();
        if (space.isExpired()) {
            throw new Forbidden("The space has expired.");
        }
        return answer(() -> publicDocuments.of(space, origins.of(space)));
    }

    /**
     * Answers a document. A hook's failure goes to the audit trail here, where no transaction is open that could wait for the one of the
     * note.
     *
     * @param document composes the document
     * @throws HookFailed if a hook fails
     */
    Response answer(Supplier<byte[]> document) {
        try {
            return Answers.of(XML, document.get()).build();
        } catch (HookFailed failed) {
            trail.noteApart(failed.event());
            throw failed;
        }
    }

    /** Answers HEAD, for which no document is composed. */
    Response head() {
        return Response.ok().type(XML).build();
    }
}
