/**
 * Spaces: the SIP domains that this server serves. A space has a realm, a registrar, logins, linphonerc entries, app flags and CardDAV
 * address books. Super admins manage them by {@link org.sipprovisioning.space.SpaceResource} and {@link
 * org.sipprovisioning.space.CardDavResource}. Other features use {@link org.sipprovisioning.space.Spaces} and {@link
 * org.sipprovisioning.space.SpaceCatalog}.
 *
 * <p>Promised: {@link org.sipprovisioning.space.SpaceCatalog} has all spaces in memory, so that finding one needs no database. The
 * next request on this node sees a change, the other nodes see it within seconds. No request takes away the last super space that has
 * not expired.
 *
 * <p>Out of scope: accounts. Features that store something for the accounts of a space hear by events that its realm changes, that it is
 * deleted, or that one of its CardDAV servers is deleted. They may refuse the change by a fault. The documents
 * that are made of the entries belong to package {@code provisioning}, the checks of the entries to {@code lpconfig}.
 */
package org.sipprovisioning.space;
