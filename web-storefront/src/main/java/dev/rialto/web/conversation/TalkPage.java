package dev.rialto.web.conversation;

import dev.rialto.web.port.Talk;
import dev.rialto.web.shop.Form;
import org.jspecify.annotations.Nullable;

/**
 * One conversation on a page of its own.
 *
 * @param order number of the order
 * @param key the key the page was opened with, for its own links
 * @param form what was typed, and what is wrong with it
 */
public record TalkPage(Talk talk, String order, @Nullable String key, Form form) {}
