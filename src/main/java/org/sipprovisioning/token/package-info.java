/**
 * The single-use tokens that give a phone an account: provisioning tokens, which an admin or the account's user issues, and auth tokens,
 * which a new device requests and the user attaches to the account. Of any number of simultaneous requests, on any number of nodes, exactly
 * one uses a token: a single conditional update decides, in the transaction that does what the token is for. Only hashes are stored. Events
 * tell when the access to an account is withdrawn. Out of scope: the document that a token gives ({@code provisioning}) and API keys
 * ({@code security.apikey}).
 */
package org.sipprovisioning.token;
