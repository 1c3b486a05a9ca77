/**
 * The database schema. Flyway migrates it to the version of this application at start-up, before any other part of the
 * application uses the database.
 *
 * <p>The start fails if the database cannot be reached, or if its schema is not the one that this application expects.
 * Released migrations in {@code db/migration} are never edited. Out of scope: going back to a former version.
 */
package org.sipprovisioning.schema;
