package org.sipprovisioning.provisioning;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Checks every second whether the linphonerc file has changed. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LinphonercFileWatch {
    @Inject
    LinphonercFile file;

    @Schedule(hour = "*", minute = "*", second = "*/1", persistent = false)
    void poll() {
        file.refresh();
    }
}
