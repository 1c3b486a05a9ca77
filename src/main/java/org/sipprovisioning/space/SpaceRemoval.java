package org.sipprovisioning.space;

/** A space is about to be removed. An observer that knows of accounts in it refuses by a fault. */
public record SpaceRemoval(Space space) {}
