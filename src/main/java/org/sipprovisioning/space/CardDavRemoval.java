package org.sipprovisioning.space;

/** The event before a CardDAV server is deleted. Observers delete the rows that refer to it. */
public record CardDavRemoval(CardDavServer server) {}
