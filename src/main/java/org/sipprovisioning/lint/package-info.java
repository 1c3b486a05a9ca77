/**
 * What a phone makes of a configuration. So far: the keys that liblinphone and the Linphone apps read ({@code keys.tsv}).
 *
 * <p>Promised: each key of {@link org.sipprovisioning.lint.KnownKeys} is read by the sources at the place that it names, in the versions
 * that it names. {@code tools/keys.py} compares the list with the sources.
 *
 * <p>Out of scope: completeness. A key that the list lacks may still have an effect.
 */
package org.sipprovisioning.lint;
