package dev.rialto.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ShopsST {
    private final ConsoleClient operator = ConsoleClient.operator();

    @Test
    @Tag("D15")
    @Tag("D56")
    void areMadeWithOnePressAndReachableAtOnce() {
        Instant before = Instant.now();
        Shops shop = Shops.built(operator);
        assertThat(shop.front().get("/").status()).isEqualTo(200);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    @Tag("D55")
    void areListedAndShown() {
        Shops shop = Shops.built(operator);
        assertThat(operator.get("/shops?q=" + shop.host()).text()).contains(shop.host(), shop.path());
        assertThat(operator.get(shop.path()).text()).contains(shop.host(), "Own discount rate");
        assertThat(operator.get("/shops?q=there-is-no-such-shop").text()).contains("Nothing matches");
    }

    @Test
    @Tag("D14")
    void runAndAreManagedByTheFifty() {
        List<Shops> fifty =
                IntStream.range(0, 50).mapToObj(number -> Shops.built(operator)).toList();
        String list = operator.get("/shops").text();
        assertThat(fifty).allSatisfy(shop -> {
            assertThat(shop.front().get("/").status()).isEqualTo(200);
            assertThat(list).contains(shop.host(), shop.path() + "\"");
            assertThat(operator.get(shop.path()).text()).contains(shop.host());
        });
        assertThat(fifty.stream().map(Shops::host)).doesNotHaveDuplicates();
    }

    @Test
    @Tag("D57")
    void areNamedBeforeTheyAreDeletedAndNoChangesNothing() {
        Shops shop = Shops.built(operator);
        Http.Answer asked = operator.get(shop.path() + "?ask=delete");
        assertThat(asked.text()).contains("Delete the shop “Studio Moru");
        assertThat(shop.front().get("/").status()).isEqualTo(200);
        Http.Answer without = operator.post(shop.path(), "delete", "reason", "");
        assertThat(without.status()).isEqualTo(422);
        assertThat(shop.front().get("/").status()).isEqualTo(200);
    }

    @Test
    @Tag("D57")
    @Tag("D58")
    void areGoneForShoppersOnceDeleted() {
        Shops shop = Shops.built(operator);
        Http.Answer deleted = operator.follow(operator.post(shop.path(), "delete", "reason", "The season is over"));
        assertThat(deleted.text()).contains("is deleted").doesNotContain(shop.path() + "\"");
        assertThat(shop.front().get("/goods").status()).isEqualTo(503);
        assertThat(operator.get("/shops?state=closed").text()).contains(shop.path());
    }

    @Test
    @Tag("D57")
    void areDeletedByOperatorsAlone() {
        Shops shop = Shops.built(operator);
        Http.Answer refused = ConsoleClient.sellerWithoutShop().post(shop.path(), "delete", "reason", "Mine");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(shop.front().get("/").status()).isEqualTo(200);
    }
}
