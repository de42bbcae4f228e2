package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import dev.rialto.system.conversation.Someone;
import dev.rialto.system.shop.Shopper;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Papers of orders on a seller's own server, and what its buyers and seller say to each other. */
class OwnServerTalksST {
    private static final Pattern ORDER = Pattern.compile("/orders/([^?]+)");
    private static OwnServer server;
    private static OwnServerSale sale;

    @BeforeAll
    static void theOwnServer() throws Exception {
        server = OwnServer.running(Mall.running());
        sale = OwnServerSale.at(server);
    }

    @Test
    @Tag("A13")
    @Tag("A32")
    void theTaxInvoiceIsAPaperForItsBuyerAlone() throws Exception {
        Shopper buyer = sale.atTheConfirmation(sale.slug());
        String number = Shopper.first(ORDER, sale.paidByCard(buyer));
        String paper = "/orders/" + number + "/invoice/" + number + "-1";
        assertThat(buyer.page("/orders/" + number)).contains("href=\"" + paper + "\"");
        Http.Answer invoice = buyer.http().get(paper);
        assertThat(invoice.header("Content-Type")).hasValue("application/pdf");
        assertThat(invoice.header("Content-Disposition")).hasValue("attachment; filename=\"" + number + "-1.pdf\"");
        assertThat(invoice.text()).startsWith("%PDF");
        assertThat(buyer.http()
                        .get("/orders/" + number + "/invoice/" + number + "-7")
                        .status())
                .isEqualTo(404);
        assertThat(server.shopper().get(paper).status()).isEqualTo(404);

        Shopper other = sale.atTheConfirmation(sale.slug());
        String unpaid = sale.waitingForDeposit(other);
        assertThat(other.page("/orders/" + unpaid)).doesNotContain("/invoice/");
        assertThat(other.http()
                        .get("/orders/" + unpaid + "/invoice/" + unpaid + "-1")
                        .status())
                .isEqualTo(404);
        assertThat(other.http().get(paper).status()).isEqualTo(404);
    }

    @Test
    @Tag("A13")
    void aBuyerWritesToTheSellerIsAnsweredAndAsksTheMall() throws Exception {
        Shopper buyer = sale.atTheConfirmation(sale.slug());
        String number = sale.waitingForDeposit(buyer);
        String talk = "/orders/" + number + "/messages/" + number + "-1";
        Http.Answer refused = buyer.http().post(talk, Map.of("message", "My card is 4242 4242 4242 4242, please"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("never write a card number", "My card is 4242 4242 4242 4242, please");
        Http.Answer sent = buyer.http().post(talk, Map.of("message", "<b>When</b> will it be here?"));
        assertThat(sent.header("Location")).hasValue("/orders/" + number + "?talk=sent#talk-" + number + "-1");
        assertThat(buyer.page("/orders/" + number)).contains("&lt;b&gt;When&lt;/b&gt; will it be here?");

        Someone seller = Someone.seller().console("/messages?state=unanswered&q=" + number);
        seller.page.locator("a.row-link").first().click();
        seller.page.fill("textarea[name=message]", "On Tuesday.");
        seller.press("write");
        assertThat(buyer.page("/orders/" + number)).contains("On Tuesday.", "1 new");
        assertThat(buyer.page("/orders/" + number)).contains("On Tuesday.").doesNotContain("1 new");

        assertThat(buyer.http()
                        .post(talk + "/dispute", Map.of("reason", "It is not Tuesday."))
                        .header("Location"))
                .hasValue("/orders/" + number + "?talk=disputed#talk-" + number + "-1");
        Http.Answer twice = buyer.http().post(talk + "/dispute", Map.of("reason", "Still not."));
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.text()).contains("It is not Tuesday.").doesNotContain("by-buyer\"><p>Still not.");
        decided(number);
        assertThat(buyer.page("/orders/" + number))
                .contains("The pictures show it.", "This conversation is closed")
                .doesNotContain("name=\"message\"");
        seller.page.context().close();
    }

    private static void decided(String number) {
        Someone operator = Someone.operator().console("/messages?state=disputed&q=" + number);
        operator.page.locator("a.row-link").first().click();
        String path = operator.page.url().replaceAll("https?://[^/]+", "").replaceAll("\\?.*", "");
        operator.console(path + "?ask=decide-buyer");
        operator.page.locator("dialog[open] textarea[name=reason]").fill("The pictures show it.");
        operator.page.locator("dialog[open] button[value=decide-buyer]").click();
        assertThat(operator.text()).contains("in favour of the buyer");
        operator.page.context().close();
    }

    @Test
    @Tag("A13")
    @Tag("A19")
    void othersReadAndWriteNothing() {
        Shopper buyer = sale.atTheConfirmation(sale.slug());
        String number = sale.waitingForDeposit(buyer);
        String talk = "/orders/" + number + "/messages/" + number + "-1";
        buyer.http().post(talk, Map.of("message", "Only for the seller"));
        Http someoneElse = sale.atTheConfirmation(sale.slug()).http();
        for (Http other : List.of(server.shopper(), someoneElse)) {
            assertThat(other.get(talk).status()).isEqualTo(404);
            assertThat(other.post(talk, Map.of("message", "Let me in")).status())
                    .isEqualTo(404);
            assertThat(other.post(talk + "/dispute", Map.of("reason", "Let me in"))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(buyer.page("/orders/" + number))
                .contains("Only for the seller")
                .doesNotContain("Let me in");
    }
}
