/** A database with a million accounts: its maker, and the tests of how the statements of the product are executed on it. */
package org.sipprovisioning.scale;
