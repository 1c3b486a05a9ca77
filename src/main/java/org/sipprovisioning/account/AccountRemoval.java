package org.sipprovisioning.account;

/** An account is about to be deleted, after {@link AccessWithdrawn}: what refers to it goes with it. */
public record AccountRemoval(Account account) {}
