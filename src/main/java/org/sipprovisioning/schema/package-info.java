/**
 * The database schema: brought to this application's version at start-up, by Flyway, before anything else works.
 *
 * <p>The start fails when the database cannot be reached or its schema is not the one that this application expects.
 * Released migrations in {@code db/migration} are never edited. Out of scope: going back to a former version.
 */
package org.sipprovisioning.schema;
