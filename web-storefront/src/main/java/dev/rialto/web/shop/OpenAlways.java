package dev.rialto.web.shop;

/** What still answers while a shop is closed: its look, and the orders placed before. */
final class OpenAlways {
    private OpenAlways() {}

    static boolean covers(String path) {
        return path.startsWith("/assets/")
                || path.startsWith("/theme/")
                || path.startsWith("/pictures/")
                || path.startsWith("/.well-known/")
                || path.equals("/robots.txt")
                || path.startsWith("/orders/");
    }
}
