/**
 * What an account has elsewhere: an account on another SIP service, and credentials for the CardDAV servers of its space. Refuses two
 * credentials with one user name and realm, of which a phone would keep only the last. Hears by events when the account changes or goes.
 */
package org.sipprovisioning.account.linked;
