package dev.rialto.web.port;

import org.jspecify.annotations.Nullable;

/**
 * Who looks at a page, and how.
 *
 * @param siteId the shop visited
 * @param token what stands in the shopper's cookie; null before there is anything to keep
 * @param accountId the member signed in
 * @param language language of the page
 * @param currency currency of the prices
 * @param traceId id of the request
 */
public record Visitor(
        String siteId,
        @Nullable String token,
        @Nullable String accountId,
        String language,
        String currency,
        String traceId) {

    public boolean isSignedIn() {
        return accountId != null;
    }

    /** The same visitor once a cookie was given. */
    public Visitor withToken(String next) {
        return new Visitor(siteId, next, accountId, language, currency, traceId);
    }
}
