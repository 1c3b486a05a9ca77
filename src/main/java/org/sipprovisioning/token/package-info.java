/**
 * The single-use secrets that provision an account: those that an admin or its user gives out, and those that its user attaches to it. Exactly one of any number of simultaneous requests, on any number of nodes, gets
 * to use one: a single conditional update decides, within the transaction that does what the token is for.
 */
package org.sipprovisioning.token;
