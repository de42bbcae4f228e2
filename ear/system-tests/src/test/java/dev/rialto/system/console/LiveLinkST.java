package dev.rialto.system.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.rialto.system.Chromium;
import dev.rialto.system.Mall;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LiveLinkST {
    private static final List<String> SERVICES = List.of("shop", "goods", "member", "order", "stock", "sales");

    private final ConsoleClient operator = ConsoleClient.operator();

    private static String home() {
        return "http://console.localhost:" + Mall.running().port();
    }

    private Link link() {
        return Link.open(operator.cookie(), home());
    }

    @Test
    @Tag("D25")
    @Tag("D28")
    @Tag("D29")
    @Tag("D32")
    void answersEachOfTheSixServices() {
        Link link = link();
        for (String service : SERVICES) {
            JsonObject answer = link.ask(7, service);
            assertThat(answer.get("id").getAsInt()).isEqualTo(7);
            assertThat(answer.get("kind").getAsString()).isEqualTo(service);
            assertThat(answer.get("all").getAsInt()).isGreaterThanOrEqualTo(0);
        }
        assertThat(link.ask(8, "goods").get("all").getAsInt()).isPositive();
        link.close();
    }

    @Test
    @Tag("D29")
    @Tag("D32")
    void staysAfterWhatItDoesNotKnow() {
        Link link = link();
        assertThat(link.ask(1, "weather").get("error").getAsString()).isEqualTo("unknown_request");
        link.send("this is no request");
        assertThat(link.hear().get("error").getAsString()).isEqualTo("unreadable");
        link.send("{\"id\":\"x\",\"ask\":5}");
        assertThat(link.hear().has("error")).isTrue();
        assertThat(link.ask(2, "order").get("kind").getAsString()).isEqualTo("order");
        link.close();
    }

    @Test
    @Tag("D33")
    void takesAHundredRequestsOverOneLink() {
        Link link = link();
        for (int i = 1; i <= 100; i++) {
            assertThat(link.ask(i, SERVICES.get(i % SERVICES.size())).get("id").getAsInt())
                    .isEqualTo(i);
        }
        link.close();
    }

    @Test
    void asksWithTheRightsOfTheOneWhoAsks() {
        Link mall = link();
        Link seller = Link.open(ConsoleClient.sellerWithoutShop().cookie(), home());
        int all = mall.ask(1, "goods").get("all").getAsInt();
        assertThat(seller.ask(1, "goods").get("all").getAsInt()).isPositive().isLessThan(all);
        mall.close();
        seller.close();
    }

    @Test
    @Tag("D3")
    void opensOnlyForSomebodySignedInAndOnlyFromTheConsolesPages() {
        assertThatThrownBy(() -> Link.open("rialto_console=" + "x".repeat(43), home()));
        assertThatThrownBy(() -> Link.open(
                operator.cookie(), "http://mall.localhost:" + Mall.running().port()));
        assertThat(operator.get("/live").status()).isEqualTo(426);
        assertThat(Mall.running().at("mall.localhost").get("/live").status()).isEqualTo(404);
    }

    @Test
    @Tag("D30")
    @Tag("D34")
    void endsWithTheSessionAndOthersGoOn() {
        ConsoleClient leaving = ConsoleClient.operator();
        String cookie = leaving.cookie();
        Link link = Link.open(cookie, home());
        Link other = link();
        assertThat(link.ask(1, "order").has("error")).isFalse();
        leaving.post("/sign-out", "sign-out");
        assertThat(link.end()).isEqualTo(1008);
        assertThatThrownBy(() -> Link.open(cookie, home()));
        assertThat(other.ask(1, "order").has("error")).isFalse();
        other.close();
    }

    @Test
    @Tag("D31")
    void theLogNamesWhoCameAndFromWhere() throws IOException {
        Colleague colleague = Colleague.operator();
        ConsoleClient console = new ConsoleClient();
        console.signIn(colleague.email(), Colleague.PASSWORD);
        Link link = Link.open(console.cookie(), home());
        link.ask(1, "order");
        link.close();
        String log = Files.readString(Mall.running().data().resolve("logs/rialto-0.log"));
        assertThat(log).containsPattern("live link .* opened: account " + colleague.account() + " from 127.0.0.1");
        colleague.leave();
    }

    @Test
    @Tag("D35")
    void anOpenFormIsToldOfAnothersChangeAndShowsTheDifference() {
        Page page = signedIn();
        page.navigate(Chromium.address("console.localhost", "/goods"));
        page.locator("main table a").first().click();
        page.locator("#live[data-state=on]").waitFor();
        Page other = signedIn();
        other.navigate(page.url());
        String title = "input[name='texts.en.title']";
        String before = other.locator(title).inputValue();
        other.locator("[role=tab]", new Page.LocatorOptions().setHasText("English"))
                .click();
        other.locator(title).fill(before + " (theirs)");
        other.locator(".save-bar button[value=save]").click();
        page.locator("#changed").waitFor(new Locator.WaitForOptions().setTimeout(20000));
        assertThat(page.locator("#changed").textContent()).contains("changed this just now");
        page.locator("[role=tab]", new Page.LocatorOptions().setHasText("English"))
                .click();
        page.locator(title).fill(before + " (mine)");
        page.locator(".save-bar button[value=save]").click();
        assertThat(page.locator("#problems").textContent()).contains("changed it at");
        assertThat(page.locator(title).inputValue()).isEqualTo(before + " (mine)");
        Locator theirs = page.locator(".theirs[data-for='f-texts.en.title']");
        page.locator("[role=tab]", new Page.LocatorOptions().setHasText("English"))
                .click();
        assertThat(theirs.textContent()).contains(before + " (theirs)");
        theirs.locator("button").click();
        assertThat(page.locator(title).inputValue()).isEqualTo(before + " (theirs)");
        page.locator(title).fill(before);
        page.locator(".save-bar button[value=save]").click();
        page.locator(".notice-good").waitFor();
    }

    private static Page signedIn() {
        Page page = Chromium.page(1280);
        page.navigate(Chromium.address("console.localhost", "/sign-in"));
        page.locator("input[name=email]").fill("operator@onmaru.example");
        page.locator("input[name=password]").fill("maru-operator-2026");
        page.locator("button[value=sign-in]").click();
        page.locator("main#page").waitFor();
        return page;
    }
}
