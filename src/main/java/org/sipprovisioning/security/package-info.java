/**
 * Who is asking: one Jakarta Security authentication mechanism with its identity store, and the keys that prove an admin. Sets up the
 * first space, admin and key on an empty database.
 */
package org.sipprovisioning.security;
