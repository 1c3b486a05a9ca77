package org.sipprovisioning.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.sipprovisioning.provisioning.DocumentationResource;
import org.sipprovisioning.provisioning.OwnDocumentResource;
import org.sipprovisioning.provisioning.ProvisioningResource;
import org.sipprovisioning.provisioning.QrCodeResource;

/** The documents that phones fetch, and what belongs to them, at {@code /provisioning}. */
@ApplicationPath("provisioning")
public class ProvisioningApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Providers.with(
                ProvisioningResource.class,
                QrCodeResource.class,
                OwnDocumentResource.class,
                DocumentationResource.class,
                ExactPathFilter.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Providers.PROPERTIES;
    }
}
