/**
 * What can go wrong, as types. Each feature derives its own faults from {@link org.sipprovisioning.fault.Fault}; no
 * HTTP is known here.
 */
package org.sipprovisioning.fault;
