/** The JAX-RS applications, what they have in common, and how a fault becomes an answer: everything about HTTP that is no feature's own. */
package org.sipprovisioning.rest;
