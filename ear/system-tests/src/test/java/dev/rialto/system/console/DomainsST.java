package dev.rialto.system.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import dev.rialto.system.Soon;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Own domains of a storefront, from the console to the certificate. */
class DomainsST {
    private final Mall mall = Mall.running();
    private final ConsoleClient operator = ConsoleClient.operator();

    private record Claim(String page, String id, String host, String proof) {}

    private static String fresh() {
        return "s" + UUID.randomUUID().toString().substring(0, 8) + ".example.test";
    }

    private Claim added(String page, String host) {
        assertThat(operator.post(page, "add", "host", host, "method", "dns").status())
                .isEqualTo(303);
        String text = operator.get(page).text();
        Matcher proof = Pattern.compile(
                        "_rialto\\." + Pattern.quote(host) + " TXT (?:\"|&quot;)(rialto-site=[A-Za-z0-9_-]+)")
                .matcher(text);
        assertThat(proof.find()).as(text).isTrue();
        Matcher id = Pattern.compile("id=\"d-([0-9a-f-]{36})\"[^>]*>" + Pattern.quote(host))
                .matcher(text);
        assertThat(id.find()).isTrue();
        return new Claim(page, id.group(1), host, proof.group(1));
    }

    private Claim proved(String page, String host) {
        Claim claim = added(page, host);
        mall.names().text("_rialto." + host, claim.proof());
        mall.names().address(host, "127.0.0.1");
        Http.Answer seen = operator.follow(operator.post(page, "check", "domain", claim.id()));
        assertThat(seen.text()).contains("The proof for " + host + " is there.");
        return claim;
    }

    private int asked(String host) {
        return mall.at("api.localhost").get("/api/tls/ask?domain=" + host).status();
    }

    @Test
    @Tag("A7")
    void answerFromTheirProofOnAndStandInLinksOncePreferred() throws Exception {
        Shops shop = Shops.built(operator);
        String page = shop.path() + "/domains";
        String host = fresh();
        Claim claim = added(page, host);
        assertThat(mall.at(host).get("/").status()).isEqualTo(421);
        Http.Answer missed = operator.follow(operator.post(page, "check", "domain", claim.id()));
        assertThat(missed.text()).contains("The name has no TXT record.");
        mall.names().text("_rialto." + host, claim.proof());
        mall.names().address(host, "127.0.0.1");
        operator.post(page, "check", "domain", claim.id());
        Soon.is(200, () -> mall.at(host).get("/").status());
        assertThat(canonical(host)).isEqualTo(shop.host());
        assertThat(operator.post(page, "prefer", "domain", claim.id()).status()).isEqualTo(303);
        Soon.is(host, () -> canonical(shop.host()));
        assertThat(operator.post(page, "remove", "domain", claim.id()).status()).isEqualTo(303);
        Soon.is(421, () -> mall.at(host).get("/").status());
        assertThat(mall.at(shop.host()).get("/").status()).isEqualTo(200);
    }

    private String canonical(String host) {
        Matcher link = Pattern.compile("rel=\"canonical\" href=\"http://([a-z0-9.-]+):")
                .matcher(mall.at(host).get("/").text());
        return link.find() ? link.group(1) : "";
    }

    @Test
    @Tag("A8")
    void areRefusedWithTheReason() {
        Shops shop = Shops.built(operator);
        String page = shop.path() + "/domains";
        String host = fresh();
        proved(page, host);
        String other = Shops.built(operator).path() + "/domains";
        assertThat(operator.post(other, "add", "host", host, "method", "dns").text())
                .contains("is taken already");
        assertThat(operator.post(other, "add", "host", "co.uk", "method", "dns").text())
                .contains("is a suffix under which others have their names");
        assertThat(operator.post(other, "add", "host", "shop.mall.localhost", "method", "dns")
                        .text())
                .contains("belongs to the mall");
        Http.Answer script = operator.post(other, "add", "host", "<script>alert(1)</script>", "method", "dns");
        assertThat(script.status()).isEqualTo(422);
        assertThat(script.text())
                .contains("is no name that a web address could have")
                .doesNotContain("<script>alert(1)");
    }

    @Test
    @Tag("A7")
    void areToldToTheProxyWhenProvedAndNotBefore() throws Exception {
        Shops shop = Shops.built(operator);
        String host = fresh();
        Claim claim = added(shop.path() + "/domains", host);
        assertThat(asked(host)).isEqualTo(404);
        mall.names().text("_rialto." + host, claim.proof());
        operator.post(claim.page(), "check", "domain", claim.id());
        Soon.is(200, () -> asked(host));
        assertThat(mall.at("127.0.0.1").get("/api/tls/ask?domain=" + host).status())
                .isEqualTo(200);
        assertThat(mall.at("mall.localhost").get("/api/tls/ask?domain=" + host).status())
                .isEqualTo(404);
        assertThat(asked("mall.localhost")).isEqualTo(200);
        assertThat(asked(shop.host())).isEqualTo(200);
        assertThat(asked("nobody.example.test")).isEqualTo(404);
        assertThat(asked("")).isEqualTo(404);
    }

    @Test
    @Tag("A7")
    void haveCertificatesMadeForThemByTheProxyBeforeTheMall() throws Exception {
        Shops shop = Shops.built(operator);
        String host = fresh();
        proved(shop.path() + "/domains", host);
        Soon.is(200, () -> asked(host));
        try (Caddy caddy = Caddy.started()) {
            assertThat(caddy.get(host, "/")).startsWith("HTTP/1.1 200").contains("Studio Moru");
            assertThatThrownBy(() -> caddy.get("nobody.example.test", "/")).isInstanceOf(SSLException.class);
        }
    }
}
