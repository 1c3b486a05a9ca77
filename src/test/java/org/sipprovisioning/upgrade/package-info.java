/**
 * Tests an upgrade: a database that an earlier version made, with what its clients know, is used by the WAR that the build
 * made.
 *
 * <p>The property {@code upgrade.from} in {@code pom.xml} names the commit of the earlier version. {@code .ci/upgrade} builds its
 * WAR and runs these tests. A change of the schema adds to them:
 *
 * <ul>
 *   <li>what the earlier version can store: to {@link org.sipprovisioning.upgrade.Sample} or, for many rows, to {@link
 *       org.sipprovisioning.upgrade.Filling};
 *   <li>what a client sees of it: a line to {@link org.sipprovisioning.upgrade.Answers};
 *   <li>what a client can do with it afterwards: a line to {@link org.sipprovisioning.upgrade.Promises}, or to {@link
 *       org.sipprovisioning.upgrade.TwoVersions} if it must also work while an old node and a new one serve together.
 * </ul>
 *
 * <p>That no row and no value of a column is lost is checked for every table and column that the earlier version has, without
 * a line.
 */
package org.sipprovisioning.upgrade;
