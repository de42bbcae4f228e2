package dev.rialto.web.console;

import java.time.ZoneId;

/**
 * Whose console it is.
 *
 * @param name the seller's name, or the mall's; always in sight
 * @param zone in which days begin and end
 * @param manySides true when the reader may also act for others
 */
public record House(String name, ZoneId zone, boolean manySides) {}
