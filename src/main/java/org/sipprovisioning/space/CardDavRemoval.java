package org.sipprovisioning.space;

/** A CardDAV server is about to be removed: what refers to it goes with it. */
public record CardDavRemoval(CardDavServer server) {}
