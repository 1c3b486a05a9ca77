package org.sipprovisioning.provisioning;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.function.Supplier;
import org.sipprovisioning.account.Account;
import org.sipprovisioning.account.OwnAccountService;
import org.sipprovisioning.account.Secret;
import org.sipprovisioning.audit.AuditTrail;
import org.sipprovisioning.fault.Forbidden;
import org.sipprovisioning.fault.NotFound;
import org.sipprovisioning.fault.Retried;
import org.sipprovisioning.provisioning.hooks.HookFailed;
import org.sipprovisioning.settings.Settings;
import org.sipprovisioning.settings.Settings.UsedToken;
import org.sipprovisioning.space.Space;
import org.sipprovisioning.token.AuthTokens;
import org.sipprovisioning.token.ProvisioningTokens;
import org.sipprovisioning.token.TokenGuard;

/**
 * {@code /provisioning}: what a phone fetches. Every document is 200, {@code application/xml}, of known length; only 200 is success to
 * liblinphone, and an error never looks like a document. 400 without {@code X-Linphone-Provisioning} where the setting demands it, and
 * for a parameter that a template asks for and no document may hold, 403 for an expired space, 404 for a token that is not good, whatever
 * the reason, 421 for a host that is not ours, 500 if a hook fails, 503 without a database or if too many hooks are running.
 * {@code reset_password} counts by presence; {@code false} and {@code 0} mean no. HEAD has no effect.
 */
@Path("/")
@RequestScoped
@Retried
public class ProvisioningResource {
    private static final Set<String> NO = Set.of("false", "0");
    private static final Set<String> RESET = Set.of("reset_password");

    /** Those that say how a QR code is drawn are not the phone's. */
    private static final Set<String> DRAWING = Set.of("reset_password", "format", "size");

    @Inject
    Provisioner provisioner;

    @Inject
    ProvisioningTokens tokens;

    @Inject
    AuthTokens authTokens;

    @Inject
    TokenGuard guard;

    @Inject
    OwnAccountService own;

    @Inject
    PublicDocuments documents;

    @Inject
    Origins origins;

    @Inject
    Visitor visitor;

    @Inject
    ForeignPages foreignPages;

    @Inject
    Settings settings;

    @Inject
    AuditTrail trail;

    @Inject
    PhoneRequest phone;

    @QueryParam("reset_password")
    String resetPassword;

    /** The base document of the space that is asked; open to all. */
    @GET
    public Response base() {
        visitor.requirePhone();
        Space space = origins.space();
        if (space.isExpired()) {
            throw new Forbidden("The space has expired.");
        }
        return xml(() -> documents.of(space, origins.of(space)));
    }

    /** The holder's document, once. A browser gets a page that says how to use the URL, and uses nothing up. */
    @GET
    @Path("{token}")
    public Response byToken(@PathParam("token") String token) {
        return forHolder(() -> url(token, RESET), () -> guard.use(token, () -> provisioner.byToken(token, isReset())));
    }

    @HEAD
    @Path("{token}")
    public Response headByToken(@PathParam("token") String token) {
        return headForHolder(() -> tokens.requireLive(token));
    }

    /** The same for the holder of a token that a user has attached to their account. */
    @GET
    @Path("auth_token/{token}")
    public Response byAuthToken(@PathParam("token") String token) {
        return forHolder(
                () -> authUrl(token), () -> guard.useAuthToken(token, () -> provisioner.byAuthToken(token, isReset())));
    }

    @HEAD
    @Path("auth_token/{token}")
    public Response headByAuthToken(@PathParam("token") String token) {
        return headForHolder(() -> authTokens.requireLive(token));
    }

    /** A QR code of a token's URL, which stands in {@code X-Qrcode-URL} too. Uses nothing up. */
    @GET
    @Path("qrcode/{token}")
    public Response qrCode(
            @PathParam("token") String token, @QueryParam("format") String format, @QueryParam("size") String size) {
        QrCodeForm form = QrCodeForm.parse(format, size);
        String url = url(token, DRAWING);
        QrCode code = new QrCode(url);
        return (form.isSvg()
                        ? Answers.of("image/svg+xml", code.svg(form.pixels()).getBytes(UTF_8))
                        : Answers.of("image/png", code.png(form.pixels())))
                .header("X-Qrcode-URL", url)
                .build();
    }

    /** For those who write against all this. */
    @GET
    @Path("documentation")
    public Response documentation() {
        return Answers.html(DocumentationPage.HTML, DocumentationPage.CONTENT_SECURITY_POLICY);
    }

    /** Without it, RESTEasy takes {@link #headByToken} for HEAD. */
    @HEAD
    @Path("documentation")
    public Response headDocumentation() {
        return documentation();
    }

    /** The caller's own document, any number of times. */
    @GET
    @Path("me")
    @RolesAllowed("user")
    public Response me() {
        visitor.requirePhone();
        if (isReset()) {
            foreignPages.refuse();
        }
        return xml(() -> provisioner.forCaller(isReset()));
    }

    @HEAD
    @Path("me")
    @RolesAllowed("user")
    public Response headMe() {
        visitor.requirePhone();
        own.get();
        return Response.ok().type("application/xml").build();
    }

    private Response forHolder(Supplier<String> url, Supplier<byte[]> document) {
        if (visitor.isBrowser()) {
            return orBase(() -> Answers.html(new LandingPage(url.get()).html(), LandingPage.CONTENT_SECURITY_POLICY));
        }
        visitor.requirePhone();
        foreignPages.refuse();
        return orBase(() -> xml(document));
    }

    /** Noted here, where no transaction is open that could wait for the one of the note. */
    private Response xml(Supplier<byte[]> document) {
        try {
            return Answers.xml(document.get());
        } catch (HookFailed failed) {
            trail.noteApart(failed.event());
            throw failed;
        }
    }

    private Response headForHolder(Supplier<Account> holder) {
        if (!visitor.isBrowser()) {
            visitor.requirePhone();
        }
        return orBase(() -> {
            guard.lookUp(holder);
            return Response.ok().type("application/xml").build();
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

    private String url(String token, Set<String> unsaid) {
        Account account = guard.lookUp(() -> tokens.requireLive(token));
        return origins.of(account.space()).provisioning(new Secret(token), query(unsaid));
    }

    private String authUrl(String token) {
        Account account = guard.lookUp(() -> authTokens.requireLive(token));
        return origins.of(account.space()).authToken(new Secret(token), query(RESET));
    }

    /** Hooks and templates may ask for what came with the URL. */
    private String query(Set<String> unsaid) {
        String rest = phone.queryWithout(unsaid);
        return !isReset() ? rest : rest.isEmpty() ? "reset_password" : "reset_password&" + rest;
    }

    private boolean isReset() {
        return resetPassword != null && !NO.contains(resetPassword);
    }
}
