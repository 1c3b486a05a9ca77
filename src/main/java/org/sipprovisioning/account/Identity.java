package org.sipprovisioning.account;

/** The user name and the realm of a credential. A phone keeps one credential for an identity: of two, it keeps the last. */
public record Identity(String username, String realm) {}
