package org.sipprovisioning.account;

/**
 * An account is about to get another password. Whoever keeps something that was given out on the strength of the former one takes that
 * back, in the same transaction, before the account's row changes. {@link AccessWithdrawn} takes back more.
 */
public record CredentialsReplaced(Account account) {}
