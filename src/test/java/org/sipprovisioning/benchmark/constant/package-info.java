/** A WAR of its own: a JAX-RS resource that sends constant bytes, behind an authentication mechanism that does nothing. */
package org.sipprovisioning.benchmark.constant;
