package org.sipprovisioning.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.sipprovisioning.account.VCardResource;

/** The address books of the phones, at {@code /contacts}. */
@ApplicationPath("contacts")
public class ContactsApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Providers.with(VCardResource.class, ExactPathFilter.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Providers.PROPERTIES;
    }
}
