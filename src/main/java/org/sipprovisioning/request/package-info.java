/**
 * How a request came: for which host, from which client, with which software. What a proxy says of it is believed only where the
 * operator trusts that proxy. What is asked for, and by whom, is others' to say.
 */
package org.sipprovisioning.request;
