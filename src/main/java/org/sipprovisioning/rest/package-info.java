/**
 * The JAX-RS applications and everything about HTTP that does not belong to one feature: the common filters and headers, the bodies and
 * statuses of errors, the answer to a caller without the required role, the front page, and the health of the server.
 *
 * <p>Promises the same answer on every server: each error has the same JSON body, {@code Allow} the same form, and every answer a length.
 * Filters refuse, before a resource is called, a malformed target, an unknown host, a method in lower case, a slash after a token, and a
 * request from another site's page.
 *
 * <p>Out of scope: what a resource answers (its feature), the authentication of the caller ({@code security}), and the reading of the
 * request's body and of its target behind a proxy ({@code request}).
 */
package org.sipprovisioning.rest;
