package org.sipprovisioning.space;

/**
 * A space is about to get another realm, for which the credentials of its accounts are wrong. An observer that knows of some refuses
 * by a fault, or drops them.
 */
public record RealmChange(Space space, String newRealm, boolean dropCredentials) {}
