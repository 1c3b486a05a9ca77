package org.sipprovisioning.space;

/** The event that the current transaction has created, changed or deleted a space. */
record SpacesChanged() {}
