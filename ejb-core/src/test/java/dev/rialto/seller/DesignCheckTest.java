package dev.rialto.seller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.platform.Json;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("A9")
class DesignCheckTest {
    private static String changed(Consumer<ObjectNode> change) {
        try {
            ObjectNode tree =
                    (ObjectNode) new ObjectMapper().readTree(Json.write(ShippedThemes.forStorefront("plaza")));
            change.accept(tree);
            return tree.toString();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<FieldError> wrong(String theme) {
        DomainException refused =
                catchThrowableOfType(DomainException.class, () -> DesignCheck.theme(theme, SiteView.Kind.STOREFRONT));
        assertThat(refused).as("it is refused").isNotNull();
        assertThat(refused.code()).isEqualTo(SellerError.INVALID_THEME);
        return refused.fields();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plaza", "atelier", "grove"})
    void everyShippedLookIsValidAndReadableByDayAndNight(String name) {
        ThemeDocument look = ShippedThemes.named(name).orElseThrow();
        assertThat(DesignCheck.theme(Json.write(look), SiteView.Kind.MALL)).isEqualTo(look);
        ThemeDocument worn = ShippedThemes.forStorefront(name);
        assertThat(DesignCheck.theme(Json.write(worn), SiteView.Kind.STOREFRONT))
                .isEqualTo(worn);
    }

    @Test
    void contrastIsThatOfTheStandard() {
        assertThat(Contrast.between("#000000", "#ffffff")).isCloseTo(21.0, within(0.001));
        assertThat(Contrast.between("#777777", "#ffffff")).isCloseTo(4.478, within(0.001));
        assertThat(Contrast.between("#336699", "#336699")).isEqualTo(1.0);
    }

    @Property
    void contrastDoesNotDependOnWhichStandsOnWhich(@ForAll int one, @ForAll int other) {
        String first = String.format("#%06x", one & 0xffffff);
        String second = String.format("#%06x", other & 0xffffff);
        assertThat(Contrast.between(first, second))
                .isEqualTo(Contrast.between(second, first))
                .isBetween(1.0, 21.0001);
    }

    @Test
    void textThatCannotBeReadIsRefusedWithTheRatioFound() {
        String pale = changed(theme -> ((ObjectNode) theme.get("light")).put("text", "#aaaaaa"));
        assertThat(wrong(pale)).anySatisfy(error -> {
            assertThat(error.field()).isEqualTo("light.text");
            assertThat(error.code()).isEqualTo("contrast");
            assertThat(error.arguments()).containsExactly("2.32", "4.5", "background");
        });
        String night = changed(theme -> ((ObjectNode) theme.get("dark")).put("on-accent", "#ffffff"));
        assertThat(wrong(night)).extracting(FieldError::field).containsOnly("dark.on-accent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"red", "#fff", "#1234567", "url(https://evil.test)", "#000000;}body{display:none", "var(--x)", ""
            })
    void whatIsNoColourIsRefused(String colour) {
        String theme = changed(tree -> ((ObjectNode) tree.get("light")).put("accent", colour));
        assertThat(wrong(theme)).extracting(FieldError::field).contains("light.accent");
    }

    @Test
    void unknownMembersBlocksAndValuesAreNamed() {
        assertThat(wrong(changed(theme -> theme.put("script", "alert(1)"))))
                .extracting(FieldError::field)
                .contains("script");
        assertThat(wrong(changed(theme -> theme.put("cornerPx", 99))))
                .extracting(FieldError::field)
                .contains("cornerPx");
        assertThat(wrong(changed(theme -> ((ObjectNode) theme.get("light")).remove("focus"))))
                .extracting(FieldError::field)
                .contains("light.focus");
        assertThat(wrong(changed(
                        theme -> theme.withArray("/layout/home").addObject().put("kind", "iframe"))))
                .isNotEmpty();
        assertThat(wrong(changed(
                        theme -> theme.withArray("/layout/home").addObject().put("kind", "shops"))))
                .extracting(FieldError::code)
                .contains("mall_only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "//evil.test",
                "https://evil.test",
                "/\\evil.test",
                "\\\\evil",
                "evil",
                "/a b"
            })
    void linksStayWithinTheShop(String link) {
        String theme = changed(tree -> tree.withArray("/layout/home")
                .addObject()
                .put("kind", "hero")
                .putObject("settings")
                .put("link", link));
        assertThat(wrong(theme)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "\"text\"", "{}", "42"})
    void whatIsNoDocumentIsRefused(String json) {
        assertThat(wrong(json)).isNotEmpty();
    }

    @Test
    void aDocumentOutOfAllProportionIsRefused() {
        assertThat(wrong("{\"name\":\"" + "x".repeat(300_000) + "\"}"))
                .extracting(FieldError::code)
                .containsExactly("too_large");
    }

    @Test
    void richTextIsCleanedAndCleaningAgainChangesNothing() {
        String dirty = "<p onclick='x()'>Hello <script>alert(1)</script><b>you</b></p>"
                + "<iframe src='https://evil.test'></iframe><a href='javascript:x()'>a</a>"
                + "<a href='https://ok.test'>b</a><svg onload=x()></svg><style>p{}</style>";
        String page = Json.write(new PageDocument(
                java.util.Map.of("en", "Title"),
                List.of(new PageBlock(
                        "rich-text", java.util.Map.of(), java.util.Map.of("body", java.util.Map.of("en", dirty))))));
        String clean = DesignCheck.page(page).blocks().get(0).text("body", "en", "en");
        assertThat(clean)
                .contains("<b>you</b>", "https://ok.test")
                .doesNotContain("script", "onclick", "iframe", "javascript", "svg", "style");
        PageDocument again = DesignCheck.page(Json.write(DesignCheck.page(page)));
        assertThat(again).isEqualTo(DesignCheck.page(page));
    }

    @Test
    void thePagesOfANewSiteAreValid() {
        FirstPages.of("Tom & <Jerry>").forEach(page -> assertThat(DesignCheck.page(Json.write(page.document()))
                        .blocks()
                        .get(0)
                        .text("body", "en", "en"))
                .doesNotContain("{shop}", "<Jerry>"));
    }
}
