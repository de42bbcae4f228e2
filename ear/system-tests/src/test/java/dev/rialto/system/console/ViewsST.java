package dev.rialto.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists are looked at in ways of one's own: by chosen columns, kept under a name. All without a script. */
@Tag("D4")
class ViewsST {
    private static final Pattern VIEW = Pattern.compile("name=\"view\" value=\"(view_[a-z0-9]+)\"");

    private final Colleague colleague = Colleague.operator();
    private final ConsoleClient console = new ConsoleClient();

    ViewsST() {
        assertThat(console.signIn(colleague.email(), Colleague.PASSWORD).status())
                .isEqualTo(303);
    }

    @AfterEach
    void leave() {
        colleague.leave();
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "goods", "members", "stock", "returns", "refunds", "sellers"})
    void everyMainListHasColumnsToChooseAndKeepsThemUnderAName(String list) {
        Http.Answer page = console.get("/" + list);
        assertThat(page.status()).isEqualTo(200);
        Matcher columns = Pattern.compile("name=\"column\" value=\"([a-zA-Z-]+)\" checked")
                .matcher(page.text());
        assertThat(columns.find()).isTrue();
        String query = "q=a&column=" + columns.group(1);
        assertThat(console.get("/" + list + "?" + query).text()).contains("Save view");
        Http.Answer kept = console.post("/views", "keep", "list", list, "name", "Short", "query", query);
        assertThat(kept.header("Location")).contains("/" + list + "?" + query);
        String shown = console.follow(kept).text();
        assertThat(shown).contains("The view “Short” is saved", "aria-current=\"true\">Short");
        assertThat(shown.split("name=\"column\" value=\"[a-zA-Z-]+\" checked", -1))
                .hasSize(2);
    }

    @Test
    void onlyTheChosenColumnsAreInTheTable() {
        String all = console.get("/goods").text();
        assertThat(all).contains("<th scope=\"col\">Category</th>", "data-label=\"Category\"");
        String some = console.get("/goods?column=price").text();
        assertThat(some).contains("data-label=\"Price\"").doesNotContain(">Category</th>", "data-label=\"Category\"");
        assertThat(console.get("/goods?column=nonsense").text()).contains("data-label=\"Category\"");
    }

    @Test
    void aViewIsSharedRenamedAndDeletedByItsMakerAlone() {
        console.post("/views", "keep", "list", "orders", "name", "Waiting", "query", "state=awaiting_deposit");
        Colleague other = Colleague.operator();
        ConsoleClient second = new ConsoleClient();
        second.signIn(other.email(), Colleague.PASSWORD);
        assertThat(second.get("/orders").text()).doesNotContain(">Waiting<");
        String view = first(VIEW, console.get("/views").text());
        assertThat(console.post("/views", "rename", "view", view, "name", "Money to come", "shared", "yes")
                        .status())
                .isEqualTo(303);
        assertThat(second.get("/orders").text()).contains("Money to come");
        assertThat(second.post("/views", "rename", "view", view, "name", "Mine").status())
                .isEqualTo(404);
        assertThat(second.post("/views", "delete", "view", view).status()).isEqualTo(404);
        assertThat(console.post("/views", "delete", "view", view).status()).isEqualTo(303);
        assertThat(second.get("/orders").text()).doesNotContain("Money to come");
        other.leave();
    }

    @Test
    void aViewWithoutANameOrForSomethingElseIsRefusedAndKeepsWhatWasTyped() {
        Http.Answer unnamed = console.post("/views", "keep", "list", "orders", "name", " ", "query", "q=lantern");
        assertThat(unnamed.status()).isEqualTo(422);
        assertThat(unnamed.text()).contains("value=\"q=lantern\"");
        assertThat(console.post("/views", "keep", "list", "//evil.example", "name", "X", "query", "")
                        .status())
                .isEqualTo(422);
        assertThat(console.post("/views", "keep", "list", "orders", "name", "X", "query", "q=<b>")
                        .status())
                .isEqualTo(422);
        Http.Answer script =
                console.post("/views", "keep", "list", "orders", "name", "<script>x</script>", "query", "");
        assertThat(console.follow(script).text()).doesNotContain("<script>x").contains("&lt;script&gt;x");
    }
}
