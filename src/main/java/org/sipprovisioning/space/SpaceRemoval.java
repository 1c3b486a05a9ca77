package org.sipprovisioning.space;

/** The event before a space is deleted. An observer that knows of accounts in the space refuses by a fault. */
public record SpaceRemoval(Space space) {}
