/**
 * The parts of a request that all features need: the host that it is for, the client that it comes from, the fields of its JSON body, the
 * page of a list, and the limits for clients that send too many requests.
 *
 * <p>Promised: headers of a proxy are believed only if the operator trusts that proxy. All wrong fields of a body are named in one
 * answer. A string that {@link org.sipprovisioning.request.Fields} returns has only characters that XML 1.0 and a linphonerc can carry,
 * unless the caller has asked for the raw text. Limits are counted in memory, by each node for itself.
 *
 * <p>Out of scope: the authentication of the caller (package {@code security}), and the meaning of fields, which each feature checks.
 */
package org.sipprovisioning.request;
