package dev.rialto.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A shop that the operator made with one press. */
record Shops(String path, String host) {

    /** For the seller who has none in the demo. */
    static Shops built(ConsoleClient operator) {
        Matcher seller = Pattern.compile("<option value=\"([0-9a-f-]{36})\"[^>]*>Studio Moru")
                .matcher(operator.get("/shops").text());
        assertThat(seller.find()).isTrue();
        Http.Answer built = operator.post("/shops", "build", "seller", seller.group(1));
        assertThat(built.status()).as(built.toString()).isEqualTo(303);
        String path = built.header("Location").orElseThrow();
        Matcher host = Pattern.compile("http://([a-z0-9.-]+\\.localhost):[0-9]+/\"")
                .matcher(operator.get(path).text());
        assertThat(host.find()).isTrue();
        return new Shops(path, host.group(1));
    }

    Http front() {
        return Mall.running().at(host);
    }

    /** Where the link of a page to the draft leads, without the host. */
    static String draft(Http.Answer page) {
        Matcher link = Pattern.compile("http://[a-z0-9.-]+:[0-9]+(/[^\"?]*\\?preview=[A-Za-z0-9._-]+)")
                .matcher(page.text());
        assertThat(link.find()).as(page.toString()).isTrue();
        return link.group(1);
    }
}
