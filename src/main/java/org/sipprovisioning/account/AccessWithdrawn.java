package org.sipprovisioning.account;

/**
 * An account is about to be blocked, deactivated or deleted. Whoever keeps something that gives access to it takes that back, in the
 * same transaction, before the account's row changes.
 */
public record AccessWithdrawn(Account account) {}
