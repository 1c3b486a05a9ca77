/**
 * The credentials of an account for other servers: those of its account on another SIP service, and those for the CardDAV servers of its
 * space. Of each password only the ha1 is stored, which is void as soon as what it is made of changes. Refuses two credentials with the
 * same user name and realm, of which a phone would keep only the last. Learns by events that an account gets another identity, moves or is
 * deleted, or that its space gets another realm. Out of scope: the account itself ({@code account}), the CardDAV servers ({@code space})
 * and what a phone receives of all this ({@code provisioning}).
 */
package org.sipprovisioning.account.linked;
