package dev.rialto.system.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SellerCheckST {
    private static final byte[] PDF = "%PDF-1.7\n<script>alert(1)</script>\n%%EOF".getBytes(StandardCharsets.UTF_8);
    private static final String[] FILE = {
        "country", "KR",
        "legalName", "Lamp House Co.",
        "representative", "Kim Mina",
        "registrationNumber", "124-81-00998",
        "taxNumber", "",
        "address", "Sejong-daero 110, Seoul",
        "bankName", "Hana Bank",
        "bankAccount", "123-456789-01234",
        "bankHolder", "Lamp House",
        "contactEmail", "help@lamps.example",
        "contactPhone", "02-123-4567"
    };

    private final String name = "Lamps " + UUID.randomUUID().toString().substring(0, 8);

    /** A seller who was just admitted. */
    private Somebody admitted(Somebody operator) {
        Somebody person = Somebody.memberAt("mall.localhost");
        person.go("/sell", Map.of("name", name, "email", person.email(), "country", "KR", "about", "Lamps."));
        operator.go(operator.linkTo("/sellers", name), Map.of("do", "approve"));
        return person.console();
    }

    /** Goods on sale as far as the seller is concerned; the address of their page in the mall. */
    private static String goods(Somebody seller) {
        String title = "Paper lamp " + UUID.randomUUID();
        String category = Somebody.first(
                "(?s)name=\"categoryId\".*?<option value=\"([0-9a-f-]{36})\"", seller.page("/goods/new"));
        String draft = seller.press(
                "/goods/new",
                "save",
                "defaultLanguage",
                "en",
                "texts.en.title",
                title,
                "categoryId",
                category,
                "taxClass",
                "standard",
                "variants.0.prices.KRW.amount",
                "12000",
                "variants.0.pieces",
                "5");
        seller.press(draft, "publish");
        return Somebody.first("http://mall\\.localhost:[0-9]+(/goods/[a-z0-9-]+)", seller.page(draft));
    }

    private static Http mall() {
        return Mall.running().at("mall.localhost").with("Accept-Language", "en");
    }

    private static Http.Answer buy(String goods) throws Exception {
        String variant = Somebody.look(
                "select v.id from variant v join goods g on g.id = v.goods_id where '/goods/' || g.slug = ?", goods);
        return mall().post("/cart/add", Map.of("variant", Somebody.outside("variant", variant), "quantity", "1"));
    }

    @Test
    void nothingIsSoldUntilTwoOperatorsHaveAcceptedThePapers() throws Exception {
        Somebody first = Somebody.operator();
        Somebody seller = admitted(first);
        String goods = goods(seller);
        String shown = mall().get(goods).text();
        assertThat(shown).contains("Not yet on sale").doesNotContain("action=\"/cart/add\"");
        Http.Answer refused = buy(goods);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("the seller is still being checked");

        assertThat(seller.page("/verification")).contains("To fill in", "Bank account");
        assertThat(seller.upload(
                                "/verification",
                                Map.of("kind", "registration", "do", "add-document"),
                                "papers.pdf",
                                PDF)
                        .status())
                .isEqualTo(303);
        seller.press("/verification", "submit-filled", FILE);
        assertThat(seller.page("/verification")).contains("Being checked", "Take back");

        String file = first.linkTo("/verifications?state=submitted", name);
        first.press(file, "accept");
        assertThat(first.page(file)).contains("Another person must be the second");
        assertThat(first.refused(file, "accept").status()).isEqualTo(409);
        assertThat(buy(goods).status()).isEqualTo(422);
        Somebody.operator().press(file, "accept");
        assertThat(buy(goods).status()).isEqualTo(303);
        assertThat(mall().get(goods).text()).contains("Lamp House Co.", "help@lamps.example", "02-123-4567");
    }

    @Test
    void theFirstPageTellsANewSellerWhatIsMissing() throws Exception {
        Somebody operator = Somebody.operator();
        assertThat(admitted(operator).page("/")).contains("id=\"first-steps\"", "Getting started");
        assertThat(operator.page("/")).doesNotContain("id=\"first-steps\"").contains("The last 30 days");
    }

    @Test
    void theSellerReadsTheReasonOfEachRefusalAndMendsIt() throws Exception {
        Somebody operator = Somebody.operator();
        Somebody seller = admitted(operator);
        seller.upload("/verification", Map.of("kind", "bank", "do", "add-document"), "papers.pdf", PDF);
        Http.Answer wrong = seller.refused(
                "/verification",
                "submit-filled",
                "country",
                "KR",
                "legalName",
                "Lamps",
                "registrationNumber",
                "123-45-67890");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text())
                .contains("its check digit does not fit", "value=\"123-45-67890\"", "must be filled in");
        seller.press("/verification", "submit-filled", FILE);
        String file = operator.linkTo("/verifications?state=submitted", name);
        assertThat(operator.refused(file, "refuse").status()).isEqualTo(422);
        operator.press(file, "refuse", "reason.bank", "The holder is another company.");
        assertThat(seller.page("/verification"))
                .contains("Sent back", "To mend", "The holder is another company.", "value=\"Lamp House Co.\"");
        seller.press("/verification", "submit-filled", FILE);
        assertThat(seller.page("/verification")).contains("Being checked");
    }

    @Test
    void papersAreHandedOutAsFilesToThoseWhoDecideAlone() throws Exception {
        Somebody operator = Somebody.operator();
        Somebody seller = admitted(operator);
        seller.upload("/verification", Map.of("kind", "registration", "do", "add-document"), "my papers.pdf", PDF);
        Http.Answer html = seller.upload(
                "/verification",
                Map.of("kind", "registration", "do", "add-document"),
                "page.pdf",
                "<html>".getBytes(StandardCharsets.UTF_8));
        assertThat(html.status()).isEqualTo(422);
        assertThat(html.text()).contains("neither a PDF nor a picture");
        String path = Somebody.first("href=\"(/verification-documents/[^\"]+)\"", seller.page("/verification"));
        Http.Answer document = operator.http().get(path);
        assertThat(document.response().body()).isEqualTo(PDF);
        assertThat(document.header("Content-Security-Policy")).hasValue("default-src 'none'; sandbox");
        assertThat(document.header("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
        assertThat(document.header("X-Content-Type-Options")).hasValue("nosniff");
        Somebody other = Somebody.atConsole("seller@hanok.example", "hanok-seller-2026");
        assertThat(other.http().get(path).status()).isEqualTo(404);
        assertThat(other.http().get("/verifications").status()).isEqualTo(403);
    }
}
