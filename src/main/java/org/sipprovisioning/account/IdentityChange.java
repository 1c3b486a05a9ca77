package org.sipprovisioning.account;

/**
 * An account is about to get a password for its present user name and realm. An observer that keeps another credential of the account with
 * the same user name and realm refuses by a fault.
 */
public record IdentityChange(Account account) {}
