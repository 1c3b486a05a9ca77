package org.sipprovisioning.space;

/** A space was made, changed or removed in the transaction at hand. */
record SpacesChanged() {}
