package org.sipprovisioning.request;

/**
 * The number of elements of a list.
 *
 * @param isMinimum whether the list may have more elements, which were not counted
 */
public record Total(long number, boolean isMinimum) {}
