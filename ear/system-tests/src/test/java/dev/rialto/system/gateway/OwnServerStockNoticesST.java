package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import dev.rialto.system.seller.Mailbox;
import dev.rialto.system.shop.Shopper;
import dev.rialto.system.trust.Somebody;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who looks at sold-out goods on a seller's own server is told when they can be had again. */
class OwnServerStockNoticesST {
    private static final String LINK = "(http://\\S+/stock-notice/\\S+)";
    private static final Pattern VARIANT = Pattern.compile("name=\"variant\" value=\"(variant_[a-z0-9]+)\"");

    private OwnServer server;
    private String slug = "";
    private boolean isBack;

    /** Sells the goods with the fewest pieces out, by a count that finds none. */
    @BeforeEach
    void somethingIsSoldOut() throws Exception {
        server = OwnServer.running(Mall.running());
        slug = Somebody.look("""
                select g.slug from site_host h join goods g on g.tenant_id = h.tenant_id
                join variant v on v.goods_id = g.id and v.state = 'active' join stock s on s.variant_id = v.id
                join price p on p.variant_id = v.id and p.currency = 'KRW'
                where h.host = 'hanok.localhost' and g.state = 'on_sale' and s.held = 0
                  and (select count(*) from variant o where o.goods_id = g.id and o.state = 'active') = 1
                order by s.available, g.slug desc limit 1
                """);
        stock("0");
    }

    private void stock(String onHand) throws Exception {
        Somebody.update(
                "update stock set on_hand = " + onHand
                        + " where variant_id = (select v.id from variant v join goods g on g.id = v.goods_id where g.slug = ?)",
                slug);
    }

    private void comesBack() throws Exception {
        stock("on_hand + 3");
        isBack = true;
    }

    @AfterEach
    void nothingStaysSoldOut() throws Exception {
        if (!isBack) {
            comesBack();
        }
    }

    private String variant(Shopper shopper) {
        String page = shopper.page("/goods/" + slug);
        assertThat(page).contains("Tell me when it is back", "Sold out");
        return Shopper.first(VARIANT, page);
    }

    @Test
    @Tag("A13")
    @Tag("D89")
    void aGuestConfirmsTheAddressAndIsToldOnce() throws Exception {
        Shopper guest = Shopper.through(server.shopper());
        String variant = variant(guest);
        String tell = "/goods/" + slug + "/tell";
        Http.Answer wrong = guest.http().post(tell, Map.of("variant", variant, "email", "no<address"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("no&lt;address", "tell-email");
        assertThat(guest.http().post(tell, Map.of("variant", variant)).status()).isEqualTo(422);
        String email = "t" + UUID.randomUUID().toString().substring(0, 8) + "@example.test";
        assertThat(guest.http()
                        .post(tell, Map.of("variant", variant, "email", email))
                        .header("Location"))
                .hasValue("/goods/" + slug + "?told=asked#tell");
        assertThat(guest.page("/goods/" + slug + "?told=asked")).contains("confirm your address within two days");
        Mailbox mailbox = Mailbox.of(email);
        URI link = URI.create(Mailbox.find(LINK, mailbox.await("confirm your address", 1)));
        Http mail = Mall.running().at(link.getHost()).with("Accept-Language", "en");
        assertThat(mail.post(link.getPath(), Map.of()).text()).contains("We will write once");

        comesBack();
        URI way = URI.create(Mailbox.find(LINK, mailbox.await("can be had again", 1)));
        assertThat(mail.post(way.getPath(), Map.of()).text()).contains("You get no more mails");
        Http.Answer late = guest.http().post(tell, Map.of("variant", variant, "email", email));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("This can be had right now");
    }

    @Test
    @Tag("A13")
    @Tag("D89")
    void aMemberSeesAndCancelsWhatIsWaitedFor() {
        assertThat(server.shopper().get("/account/stock-notices").header("Location"))
                .hasValue("/account/sign-in?next=stock-notices");
        Shopper member = OwnServerSale.at(server).joined();
        Map<String, String> wish = Map.of("variant", variant(member));
        for (int twice = 0; twice < 2; twice++) {
            assertThat(member.http().post("/goods/" + slug + "/tell", wish).header("Location"))
                    .hasValue("/goods/" + slug + "?told=waiting#tell");
        }
        String mine = member.page("/account/stock-notices");
        assertThat(mine).contains("Waiting since").containsOnlyOnce("/goods/" + slug);
        String notice = Shopper.first(Pattern.compile("name=\"notice\" value=\"(notice_[a-z0-9]+)\""), mine);
        Shopper other = OwnServerSale.at(server).joined();
        other.http().post("/account/stock-notices/cancel", Map.of("notice", notice));
        assertThat(member.page("/account/stock-notices")).contains(notice);
        for (int twice = 0; twice < 2; twice++) {
            assertThat(member.http()
                            .post("/account/stock-notices/cancel", Map.of("notice", notice))
                            .header("Location"))
                    .hasValue("/account/stock-notices");
        }
        assertThat(member.page("/account/stock-notices")).contains("You wait for nothing");
    }
}
