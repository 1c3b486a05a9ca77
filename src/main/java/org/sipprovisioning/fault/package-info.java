/**
 * The general faults of the application, as types. Classifies the failures of the database, and runs a call again that lost a conflict.
 *
 * <p>A fault tells in the caller's words what is wrong, and never carries a secret. It knows no HTTP. Every feature may throw one.
 *
 * <p>Out of scope: the statuses and bodies of the answers ({@code rest}), and the faults of one feature, which stand in its package.
 */
package org.sipprovisioning.fault;
