package org.sipprovisioning.provisioning;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.sipprovisioning.fault.Retried;

/**
 * {@code /provisioning/qrcode/{token}}: the URL of a provisioning token as a QR code, 200, {@code image/png} or {@code image/svg+xml}. 400
 * for a wrong {@code format} or {@code size} and for a query that is too long, 404 for a token that is not good. The token stays good.
 */
@Path("qrcode/{token}")
@RequestScoped
@Retried
public class QrCodeResource {
    @Inject
    TokenUrls urls;

    /** Answers the QR code. Header {@code X-Qrcode-URL} has the URL, without the parameters that say how the code is drawn. */
    @GET
    public Response qrCode(
            @PathParam("token") String token, @QueryParam("format") String format, @QueryParam("size") String size) {
        QrCodeForm form = QrCodeForm.parse(format, size);
        String url = urls.provisioning(token, "format", "size");
        QrCode code = new QrCode(url);
        return (form.isSvg()
                        ? Answers.of("image/svg+xml", code.svg(form.pixels()).getBytes(UTF_8))
                        : Answers.of("image/png", code.png(form.pixels())))
                .header("X-Qrcode-URL", url)
                .build();
    }
}
