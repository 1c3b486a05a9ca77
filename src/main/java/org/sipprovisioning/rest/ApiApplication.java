package org.sipprovisioning.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.sipprovisioning.account.AccountResource;
import org.sipprovisioning.account.CardDavCredentialResource;
import org.sipprovisioning.account.ContactResource;
import org.sipprovisioning.account.ExternalAccountResource;
import org.sipprovisioning.account.OwnAccountResource;
import org.sipprovisioning.account.OwnContactResource;
import org.sipprovisioning.audit.AuditResource;
import org.sipprovisioning.provisioning.AccountProvisionResource;
import org.sipprovisioning.provisioning.HealthResource;
import org.sipprovisioning.provisioning.OwnProvisionResource;
import org.sipprovisioning.security.AuthTokenResource;
import org.sipprovisioning.security.KeyResource;
import org.sipprovisioning.security.OwnKeyResource;
import org.sipprovisioning.security.OwnPasswordResource;
import org.sipprovisioning.space.CardDavResource;
import org.sipprovisioning.space.SpaceResource;

/** The JSON API. */
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
