package dev.rialto.goods;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BodyHtmlTest {

    @Provide
    Arbitrary<String> html() {
        return Arbitraries.of(
                        "<p>",
                        "</p>",
                        "<script>",
                        "</script>",
                        "<svg onload=x>",
                        "<style>",
                        "</style>",
                        "<noscript>",
                        "<a href='",
                        "javascript:alert(1)",
                        "https://example.test",
                        "'>",
                        "</a>",
                        "<img src=x onerror=alert(1)>",
                        "<!--",
                        "-->",
                        "&lt;script&gt;",
                        "&#60;",
                        "&amp;",
                        "{{",
                        "}}",
                        "${x}",
                        "<table><tr><td colspan=2>",
                        "text",
                        "\"",
                        "<",
                        ">",
                        "<iframe src=//x>",
                        "<math><mtext>",
                        "<b><i></b></i>",
                        "한글",
                        "@import",
                        "`",
                        "=",
                        "\u2028",
                        "<h2/onclick=x>")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 500)
    void cleaningTwiceChangesNothing(@ForAll("html") String html) {
        String once = BodyHtml.clean(html);
        assertThat(BodyHtml.clean(once)).isEqualTo(once);
    }

    @Property(tries = 500)
    void nothingThatActsSurvives(@ForAll("html") String html) {
        assertThat(BodyHtml.clean(html).toLowerCase(java.util.Locale.ROOT))
                .doesNotContainPattern("<(script|svg|style|noscript|iframe|img|math|object|form)")
                .doesNotContainPattern("<[^>]*\\son[a-z]+=")
                .doesNotContainPattern("href=\"javascript");
    }

    @Test
    void whatSellersNeedStays() {
        String good = "<h2>Care</h2><ul><li>Wash <strong>cold</strong></li></ul>";
        assertThat(BodyHtml.clean(good)).isEqualTo(good);
        assertThat(BodyHtml.clean("<a href=\"https://example.test/\">x</a>")).contains("nofollow");
        assertThat(List.of("", "plain"))
                .allSatisfy(text -> assertThat(BodyHtml.clean(text)).isEqualTo(text));
    }
}
