package dev.rialto.system.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class NoticesST {
    private static Http anybody() {
        return Mall.running().at("mall.localhost").with("Accept-Language", "en");
    }

    private static Somebody moru() {
        return Somebody.atConsole("seller@moru.example", "moru-seller-2026");
    }

    /** Some goods of that seller which no other test needs. */
    private static String goods(int place) throws Exception {
        return Somebody.look("""
                select g.slug from goods g join seller s on s.id = g.tenant_id join person p on p.account_id = s.applied_by
                where p.email = 'seller@moru.example' and g.state = 'on_sale' and g.slug <> 'grid-notebook'
                order by g.slug desc offset ? limit 1
                """, place);
    }

    @Test
    void reportedGoodsAreTakenOffAndComeBackAfterAnObjection() throws Exception {
        String slug = goods(0);
        String words = "It is a copy " + UUID.randomUUID();
        assertThat(anybody().get("/goods/" + slug).text()).contains("/goods/" + slug + "/report");
        Http.Answer wrong = anybody()
                .post("/goods/" + slug + "/report", Map.of("cause", "counterfeit", "words", "", "email", "nobody"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("value=\"nobody\"", "class=\"errors\"");
        anybody().post("/goods/" + slug + "/report", Map.of("cause", "counterfeit", "words", words, "email", ""));
        Somebody operator = Somebody.operator();
        String notice =
                "/notices/" + Somebody.outside("notice", Somebody.look("select id from notice where words = ?", words));
        assertThat(operator.page("/notices?state=open")).contains(notice);
        assertThat(operator.refused(notice, "take-off", "words", " ").status()).isEqualTo(422);
        operator.press(notice, "take-off", "words", "The brand has shown that it is a copy.");
        assertThat(anybody().get("/goods/" + slug).status()).isEqualTo(404);

        Somebody seller = moru();
        assertThat(seller.page(notice)).contains("The brand has shown", "Off sale");
        String goods = Somebody.first("href=\"(/goods/goods_[a-z0-9]+)\"", seller.page(notice));
        Http.Answer again = seller.refused(goods, "publish");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).contains("The mall has taken these goods off sale");
        seller.press(notice, "object", "words", "Here is the licence.");
        operator.press(notice, "reinstate", "words", "The licence is good.");
        assertThat(anybody().get("/goods/" + slug).status()).isEqualTo(200);
        assertThat(
                        Somebody.look(
                                "select count(*) from audit where action in ('notice.upheld', 'notice.objected', 'notice.reinstated') and reason is not null"))
                .satisfies(count -> assertThat(Integer.parseInt(count)).isGreaterThanOrEqualTo(3));
    }

    @Test
    void termsAreAcceptedBeforeTheNextChange() throws Exception {
        Somebody operator = Somebody.operator();
        Somebody seller = moru();
        operator.press("/terms", "publish", "text.en", "Be fair to buyers.", "text.ko", "구매자에게 공정하게.");
        String number = Somebody.look("select max(number) from terms_version");
        Http.Answer refused = seller.refused("/verification", "save", "legalName", "Moru");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("The mall has new terms", "value=\"Moru\"");
        assertThat(seller.page("/terms")).contains("Be fair to buyers.", "Accept version " + number);
        seller.press("/terms", "accept", "number", number);
        assertThat(seller.refused("/verification", "save", "legalName", "Moru").status())
                .isEqualTo(303);
        assertThat(operator.page("/terms")).contains("Accepted");
        assertThat(
                        Somebody.look(
                                "select count(*) from terms_acceptance where accepted_at is not null and account_id is not null"))
                .isEqualTo("1");
    }

    /** The other tests' sellers have nothing to accept. */
    @AfterAll
    static void withoutTerms() throws Exception {
        Somebody.update("delete from terms_acceptance");
        Somebody.update("delete from terms_version");
    }
}
