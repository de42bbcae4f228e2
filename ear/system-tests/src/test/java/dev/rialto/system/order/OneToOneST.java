package dev.rialto.system.order;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What one member buys, and a mail for those who buy such goods. */
class OneToOneST {
    @Test
    @Tag("D19")
    void aMembersPageTellsWhatIsBoughtAndASegmentOfItIsMailed() throws Exception {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        String email = mark + "@example.test";
        String slug = Shopper.goodsAt(Shopper.STOREFRONT).get(0);
        Shopper shopper = Shopper.at(Shopper.STOREFRONT).put(slug).checkout().typeJoin(email);
        shopper.page.check("input[name=marketing]");
        shopper.sendJoin().type(email).next().payByCard(Shopper.GOOD_CARD).orderNumber();

        Desk desk = Desk.operator().go("/members?lang=en&q=" + email);
        desk.page.locator("main table a.row-link").first().click();
        List<String> bought = Rows.texts("""
                select t.name from goods g join category_text t on t.category_id = g.category_id and t.language = 'en'
                where g.slug = ?
                """, slug);
        Locator categories = desk.page.locator("#categories");
        assertThat(categories).containsText(bought.get(0));
        assertThat(categories).containsText("1 ");
        assertThat(desk.text()).contains("0 days", "Might please next");

        desk.go("/segments/new?lang=en");
        desk.page.fill("input[name=name]", "Buyers " + mark);
        String category = Rows.texts("select category_id::text from goods where slug = ?", slug)
                .get(0);
        desk.page.selectOption("select[name=category]", category);
        desk.press("save");
        assertThat(desk.text()).contains("Bought goods of: " + bought.get(0), email);
        desk.page.fill("input[name=subject]", "For you " + mark);
        desk.page.fill("textarea[name=body]", "New goods of the kind you like.");
        desk.press("mail");
        assertThat(Letters.to(email, "For you " + mark)).contains("of the kind you like");

        String other = Rows.texts(
                        "select id::text from category where parent_id is not null and id::text <> '" + category
                                + "' and id not in (select g.category_id from order_line l join goods g on g.id = l.goods_id)")
                .get(0);
        desk.page.selectOption("select[name=category]", other);
        desk.press("save");
        assertThat(desk.page.locator("main")).not().containsText(email);
    }
}
