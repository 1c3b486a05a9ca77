package org.sipprovisioning.account;

/** An account is about to move to another space. An observer removes what belongs to the account's present space. */
public record AccountMove(Account account) {}
