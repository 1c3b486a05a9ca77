package org.sipprovisioning.benchmark.constant;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Sends the answers that the product gave, with the same headers. */
@Path("/")
public class ConstantResource {

    @GET
    @Path("provisioning")
    public Response base() {
        return ConstantAnswer.of("BASE.0");
    }

    @GET
    @Path("provisioning/{token}")
    public Response token() {
        return ConstantAnswer.of("TOKEN.0");
    }

    @GET
    @Path("provisioning/me")
    public Response own(@HeaderParam("x-api-key") String key, @HeaderParam("Authorization") String authorization) {
        if (key != null) {
            return ConstantAnswer.of("KEY.0");
        }
        return ConstantAnswer.of(authorization == null ? "DIGEST.0" : "DIGEST.1");
    }

    @GET
    @Path("provisioning/qrcode/{token}")
    public Response qrCode() {
        return ConstantAnswer.of("QR.0");
    }

    @POST
    @Path("api/accounts")
    public Response create(byte[] body) {
        return ConstantAnswer.of("CREATE.0");
    }

    /** Answers as the product does, by which the start of a server is recognised. */
    @GET
    @Path("error")
    public Response error() {
        return Response.status(Response.Status.NOT_FOUND)
                .type("application/json")
                .entity("{\"message\":\"Not found.\"}")
                .build();
    }
}
