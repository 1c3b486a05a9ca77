package org.sipprovisioning.space;

/** The event of a space that is new, or gets another {@code max_accounts}. */
public record LimitChange(Space space) {}
