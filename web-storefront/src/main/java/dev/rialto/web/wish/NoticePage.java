package dev.rialto.web.wish;

/**
 * The page behind a link in a mail about stock.
 *
 * @param link as it stands in the address
 * @param step ask, confirmed, leave or left
 * @param goods what it is about; empty when nobody needs to know any more
 */
public record NoticePage(String link, String step, String goods) {}
