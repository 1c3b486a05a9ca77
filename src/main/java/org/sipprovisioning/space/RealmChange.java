package org.sipprovisioning.space;

/**
 * The event of a space that gets another realm, for which the credentials of its accounts are wrong. An observer that stores such
 * credentials refuses the change by a fault, or deletes them if {@code dropCredentials} is true.
 */
public record RealmChange(Space space, String newRealm, boolean dropCredentials) {}
