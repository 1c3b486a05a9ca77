package org.sipprovisioning.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.sipprovisioning.account.AccountResource;
import org.sipprovisioning.account.ExternalAccountResource;
import org.sipprovisioning.audit.AuditResource;
import org.sipprovisioning.provisioning.AccountProvisionResource;
import org.sipprovisioning.provisioning.HealthResource;
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
                ExternalAccountResource.class,
                HealthResource.class,
                SpaceResource.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Providers.PROPERTIES;
    }
}
