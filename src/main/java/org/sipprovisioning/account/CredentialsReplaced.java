package org.sipprovisioning.account;

/**
 * An account is about to get another password. An observer revokes what was issued on the strength of the present password, in the same
 * transaction, before the account's row changes. {@link AccessWithdrawn} revokes more.
 */
public record CredentialsReplaced(Account account) {}
