package dev.rialto.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CategoriesST {
    private final ConsoleClient operator = ConsoleClient.operator();
    private final String name = "probe-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    @Tag("D64")
    void areMadeOrderedMergedAndDeletedOnlyWhenEmpty() {
        String major = create("", name);
        String first = create(idOf(major), name + "-first");
        String second = create(idOf(major), name + "-second");
        operator.follow(operator.post("/categories", "down", "category", idOf(first)));
        assertThat(operator.get("/categories").text()).containsSubsequence(name + "-second", name + "-first");
        Http.Answer inUse = operator.post(major, "delete");
        assertThat(inUse.status()).isEqualTo(409);
        String goods = goodsIn(idOf(first));
        Http.Answer merged = operator.follow(operator.post(first, "merge", "into", idOf(second)));
        assertThat(merged.text()).contains("is merged into").doesNotContain(name + "-first</a>");
        assertThat(operator.get("/goods?category=" + idOf(second)).text()).contains(goods);
        assertThat(operator.post(second, "delete").status()).isEqualTo(409);
    }

    /** Bookmarks and links of other sites lead on, also over two merges, until a new category takes the name. */
    @Test
    @Tag("D64")
    void whoComesByTheAddressOfAMergedCategoryIsSentOn() {
        String major = create("", name);
        List<String> minors = List.of(name + "-one", name + "-two", name + "-three");
        List<String> paths =
                minors.stream().map(slug -> create(idOf(major), slug)).toList();
        ConsoleClient maker = ConsoleClient.hanok();
        maker.follow(maker.post(Wares.draftIn(maker, "Tray of " + name, idOf(paths.get(0))), "publish"));
        for (String host : List.of("mall.localhost", "hanok.localhost")) {
            await(host, "/c/" + name + "/" + minors.get(0), 200);
        }
        for (int i = 0; i < 2; i++) {
            operator.follow(operator.post(paths.get(i), "merge", "into", idOf(paths.get(i + 1))));
        }
        for (String host : List.of("mall.localhost", "hanok.localhost")) {
            for (String former : minors.subList(0, 2)) {
                Http.Answer sentOn = await(host, "/c/" + name + "/" + former, 301);
                assertThat(sentOn.header("Location")).hasValue("/c/" + name + "/" + minors.get(2));
            }
            await(host, "/c/" + name + "/" + minors.get(2), 200);
            await(host, "/c/elsewhere/" + minors.get(2), 301);
            assertThat(Mall.running().at(host).get("/c/" + name + "/never-was").status())
                    .isEqualTo(404);
        }
        create(idOf(major), minors.get(0));
        await("mall.localhost", "/c/" + name + "/" + minors.get(0), 404);
    }

    /** Shops keep the tree of categories in memory for a moment. */
    private static Http.Answer await(String host, String path, int status) {
        Http shopper = Mall.running().at(host);
        Instant limit = Instant.now().plus(Duration.ofMinutes(2));
        Http.Answer answer = shopper.get(path);
        while (answer.status() != status && Instant.now().isBefore(limit)) {
            answer = shopper.get(path);
        }
        assertThat(answer.status()).as(host + path).isEqualTo(status);
        return answer;
    }

    @Test
    @Tag("D64")
    void ofDifferentLevelsAreNotMerged() {
        String major = create("", name);
        String minor = create(idOf(major), name + "-minor");
        Http.Answer refused = operator.post(minor, "merge", "into", idOf(major));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("of one level");
    }

    private String create(String parent, String slug) {
        operator.follow(operator.post("/categories/new", "save", "names.en", slug, "slug", slug, "parentId", parent));
        Matcher link = Pattern.compile("href=\"(/categories/category_[a-z0-9]+)\">" + slug + "<")
                .matcher(operator.get("/categories").text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    /** The id by which forms name a category: the tree's own buttons carry it. */
    private String idOf(String path) {
        Matcher row = Pattern.compile(
                        "href=\"" + path + "\".*?name=\"category\" value=\"([0-9a-f-]{36})\"", Pattern.DOTALL)
                .matcher(operator.get("/categories").text());
        assertThat(row.find()).isTrue();
        return row.group(1);
    }

    private String goodsIn(String category) {
        String title = "Goods of " + name;
        ConsoleClient seller = ConsoleClient.sellerWithoutShop();
        seller.follow(seller.post(
                "/goods/new",
                "save",
                "texts.en.title",
                title,
                "defaultLanguage",
                "en",
                "categoryId",
                category,
                "taxClass",
                "standard",
                "variants.0.prices.KRW.amount",
                "1000"));
        return title;
    }
}
