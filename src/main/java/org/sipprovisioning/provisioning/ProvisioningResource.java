package org.sipprovisioning.provisioning;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.sipprovisioning.fault.NotFound;
import org.sipprovisioning.fault.Retried;
import org.sipprovisioning.settings.Settings;
import org.sipprovisioning.settings.Settings.UsedToken;
import org.sipprovisioning.token.TokenGuard;

/**
 * {@code /provisioning}: the documents that a phone fetches without logging in. Each is 200, {@code application/xml}, of known length;
 * liblinphone takes only 200 for success, and an error never looks like a document. 400 without {@code X-Linphone-Provisioning} if the
 * setting requires it, and for a parameter that a template asks for and that no document may hold; 403 for an expired space, and for a
 * token that another site's page sends; 404 for a token that is not good, whatever the reason; 421 for a host that the server does not
 * answer for; 429 after too many wrong tokens; 500 if a hook fails; 503 without a database or if too many hooks are running. HEAD has no
 * effect.
 */
@Path("/")
@RequestScoped
@Retried
public class ProvisioningResource {
    @Inject
    Provisioner provisioner;

    @Inject
    TokenGuard guard;

    @Inject
    TokenUrls urls;

    @Inject
    PhoneRequest phone;

    @Inject
    Visitor visitor;

    @Inject
    ForeignPages foreignPages;

    @Inject
    DocumentAnswers documents;

    @Inject
    Settings settings;

    /** Answers the base document of the space that the request is for, to every client. */
    @GET
    public Response base() {
        visitor.requirePhone();
        return documents.base();
    }

    /**
     * Answers the document of a token's holder and uses the token up. A browser gets a page that says how to use the URL, and the token
     * stays good.
     */
    @GET
    @Path("{token}")
    public Response byToken(@PathParam("token") String token) {
        return forHolder(
                () -> urls.provisioning(token),
                () -> guard.use(token, () -> provisioner.byToken(token, phone.asksForReset())));
    }

    /** Answers the status of {@link #byToken} and leaves the token as it is. */
    @HEAD
    @Path("{token}")
    public Response headByToken(@PathParam("token") String token) {
        return headForHolder(() -> guard.holder(token));
    }

    /** Does the same for an auth token that a user has attached to their account. */
    @GET
    @Path("auth_token/{token}")
    public Response byAuthToken(@PathParam("token") String token) {
        return forHolder(
                () -> urls.authToken(token),
                () -> guard.useAuthToken(token, () -> provisioner.byAuthToken(token, phone.asksForReset())));
    }

    /** Answers the status of {@link #byAuthToken} and leaves the token as it is. */
    @HEAD
    @Path("auth_token/{token}")
    public Response headByAuthToken(@PathParam("token") String token) {
        return headForHolder(() -> guard.authTokenHolder(token));
    }

    private Response forHolder(Supplier<String> url, Supplier<byte[]> document) {
        if (visitor.isBrowser()) {
            return orBase(() -> Answers.html(new LandingPage(url.get()).html(), LandingPage.CONTENT_SECURITY_POLICY));
        }
        visitor.requirePhone();
        foreignPages.refuse();
        return orBase(() -> documents.answer(document));
    }

    private Response headForHolder(Runnable lookUp) {
        if (!visitor.isBrowser()) {
            visitor.requirePhone();
        }
        return orBase(() -> {
            lookUp.run();
            return documents.head();
        });
    }

    private Response orBase(Supplier<Response> answer) {
        try {
            return answer.get();
        } catch (NotFound dead) {
            if (settings.usedToken() == UsedToken.BASE_DOCUMENT) {
                return base();
            }
            throw dead;
        }
    }
}
