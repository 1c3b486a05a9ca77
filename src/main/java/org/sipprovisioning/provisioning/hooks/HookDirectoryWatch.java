package org.sipprovisioning.provisioning.hooks;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Checks every second whether the files of the hooks have changed. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HookDirectoryWatch {
    @Inject
    HookDirectory directory;

    @Schedule(hour = "*", minute = "*", second = "*/1", persistent = false)
    void poll() {
        directory.refresh();
    }
}
