package dev.rialto.benchmark;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The owner of the demo's channel, signed in at the console. */
final class ChannelOwner implements Closeable {
    private static final Pattern PRODUCT =
            Pattern.compile("<option value=\"([0-9a-f-]{36})\"[^>]*>Video Plus, one month");

    private final Browser browser = new Browser();
    private final URI batches;

    ChannelOwner(MeasuredMall mall) throws IOException {
        batches = URI.create("http://console.localhost:" + mall.port() + "/code-batches");
        Map<String, String> owner =
                Map.of("do", "sign-in", "email", "cards@cardpoint.example", "password", "cardpoint-owner-2026");
        browser.post(batches.resolve("/sign-in"), owner).expect(200);
    }

    /** Asks for a batch of so many codes. */
    void ask(int quantity) throws IOException {
        browser.post(batches, Map.of("do", "ask", "productId", product(), "quantity", "" + quantity, "note", ""))
                .expect(200);
    }

    /** Keeps codes as a provider hands them out; they are good at once. */
    void handOver(List<String> codes) throws IOException {
        browser.post(batches, Map.of("do", "hand-over", "productId", product(), "codes", String.join("\n", codes)))
                .expect(200);
    }

    private String product() throws IOException {
        String form = browser.get(batches.resolve("/code-batches?ask=ask&lang=en"))
                .expect(200)
                .html();
        Matcher product = PRODUCT.matcher(form);
        if (!product.find()) {
            throw new IllegalStateException("no product in " + form);
        }
        return product.group(1);
    }

    @Override
    public void close() throws IOException {
        browser.close();
    }
}
