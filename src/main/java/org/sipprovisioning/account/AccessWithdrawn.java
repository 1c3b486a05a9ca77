package org.sipprovisioning.account;

/**
 * An account is about to be blocked, deactivated or deleted. An observer revokes the tokens and keys that give access to the account, in
 * the same transaction, before the account's row changes.
 */
public record AccessWithdrawn(Account account) {}
