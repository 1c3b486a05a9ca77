/**
 * What can go wrong, as types. A fault says what is wrong in the caller's words and never carries a secret; it knows no HTTP. Every
 * feature may throw one, {@code rest} alone turns them into answers.
 */
package org.sipprovisioning.fault;
