/**
 * Accounts: SIP users of a space, their credentials and the account on somebody else's service that may be linked to one. Passwords
 * are never kept, only what SIP's Digest needs of them. Who provisions or authenticates an account is told by events when access is
 * withdrawn.
 */
package org.sipprovisioning.account;
