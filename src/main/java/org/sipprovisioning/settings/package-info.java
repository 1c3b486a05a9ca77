/** The operator's settings: typed, validated at start, immutable. All are listed with their defaults in the README. */
package org.sipprovisioning.settings;
