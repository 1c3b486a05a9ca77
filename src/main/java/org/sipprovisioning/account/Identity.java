package org.sipprovisioning.account;

/** Whom a credential proves, and to whom. A phone keeps one credential of each: of two, the last. */
public record Identity(String username, String realm) {}
