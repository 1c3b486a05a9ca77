/**
 * Accounts: the SIP users of a space, their credentials and their contacts, for admins and for the users themselves. Passwords are never
 * stored, only the ha1 that SIP's Digest needs. Events tell other packages when access is withdrawn, when a password is replaced and when
 * an account gets another identity, moves or is deleted, always before the account's row changes. Out of scope: authentication, tokens and
 * keys, the provisioning of phones, and credentials for other servers ({@code account.linked}).
 */
package org.sipprovisioning.account;
