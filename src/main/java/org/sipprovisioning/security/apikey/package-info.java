/**
 * API keys: made and revoked by admins, given to users, found by the header {@code x-api-key}. At the first start on an empty database
 * this package makes the first space, its admin and the admin's key.
 */
package org.sipprovisioning.security.apikey;
