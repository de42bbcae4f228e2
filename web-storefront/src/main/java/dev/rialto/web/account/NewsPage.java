package dev.rialto.web.account;

/**
 * The page behind the link to unsubscribe.
 *
 * @param link as it stands in the address
 * @param step ask, left or back
 */
public record NewsPage(String link, String step) {}
