/**
 * What a phone makes of a configuration, for its author: the findings of a linphonerc, and the keys that liblinphone and the Linphone apps
 * read ({@code keys.tsv}). It says which texts are no linphonerc; others refuse them.
 *
 * <p>Promised: a finding says where, what happens and what to write, and never contains a value, because values may be secrets; the time is
 * linear in the text. Each key of {@link org.sipprovisioning.lint.KnownKeys} is read by the sources at the place that it names, in the
 * versions that it names; {@code tools/keys.py} compares the list with the sources.
 *
 * <p>Out of scope: completeness. A key that the list lacks may still have an effect.
 */
package org.sipprovisioning.lint;
