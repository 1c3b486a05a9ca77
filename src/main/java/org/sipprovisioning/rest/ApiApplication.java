package org.sipprovisioning.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.sipprovisioning.account.AccountResource;
import org.sipprovisioning.account.ContactResource;
import org.sipprovisioning.account.OwnAccountResource;
import org.sipprovisioning.account.OwnContactResource;
import org.sipprovisioning.account.linked.CardDavCredentialResource;
import org.sipprovisioning.account.linked.ExternalAccountResource;
import org.sipprovisioning.audit.AuditResource;
import org.sipprovisioning.provisioning.AccountProvisionResource;
import org.sipprovisioning.provisioning.OwnProvisionResource;
import org.sipprovisioning.security.OwnPasswordResource;
import org.sipprovisioning.security.apikey.KeyResource;
import org.sipprovisioning.security.apikey.OwnKeyResource;
import org.sipprovisioning.space.CardDavResource;
import org.sipprovisioning.space.LintResource;
import org.sipprovisioning.space.SpaceResource;
import org.sipprovisioning.token.AuthTokenResource;

/** The JSON API, at {@code /api}. */
@ApplicationPath("api")
public class ApiApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Providers.with(
                AccountProvisionResource.class,
                AccountResource.class,
                AuditResource.class,
                AuthTokenResource.class,
                CardDavCredentialResource.class,
                CardDavResource.class,
                ContactResource.class,
                ExternalAccountResource.class,
                HealthResource.class,
                KeyResource.class,
                LintResource.class,
                OwnAccountResource.class,
                OwnContactResource.class,
                OwnKeyResource.class,
                OwnPasswordResource.class,
                OwnProvisionResource.class,
                SpaceResource.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Providers.PROPERTIES;
    }
}
