/**
 * Accounts: SIP users of a space, their credentials, the account on somebody else's service that may be linked to one, and what they
 * prove themselves with to address books. Passwords are never kept, only what SIP's Digest needs of them. Who provisions or
 * authenticates an account is told by events when access is withdrawn.
 */
package org.sipprovisioning.account;
