package org.sipprovisioning.account;

/** An account is about to be deleted; {@link AccessWithdrawn} came before. An observer deletes what refers to the account. */
public record AccountRemoval(Account account) {}
