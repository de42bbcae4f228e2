package dev.rialto.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StorefrontST {
    private final String name = "shop-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    @Tag("A4")
    @Tag("D56")
    @Tag("D15")
    void opensAtOnceWhenTheOperatorApprovesTheSellersApplication() {
        Http.Answer applied = apply(ConsoleClient.sellerWithoutShop(), name);
        assertThat(applied.status()).as(applied.text()).isEqualTo(303);
        String application = applied.header("Location").orElseThrow();
        ConsoleClient operator = ConsoleClient.operator();
        assertThat(operator.get(application).text()).contains("Submitted", name, "Open the storefront");
        assertThat(operator.get("/applications").text()).contains(name, application, "Submitted", "</html>");
        Instant before = Instant.now();
        operator.follow(operator.post(application, "approve", "handlingBp", "3"));
        assertThat(Mall.running().at(name + ".localhost").get("/").status()).isEqualTo(200);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    @Tag("A5")
    void isASellersOwnAffair() {
        assertThat(apply(ConsoleClient.operator(), name).status()).isEqualTo(403);
        String application = apply(ConsoleClient.sellerWithoutShop(), name)
                .header("Location")
                .orElseThrow();
        ConsoleClient other = ConsoleClient.hanok();
        assertThat(other.get(application).status()).isEqualTo(404);
        assertThat(other.post(application, "withdraw").status()).isEqualTo(404);
    }

    @Test
    @Tag("A8")
    void refusesADomainThatIsTakenAndKeepsTheForm() {
        Http.Answer refused = apply(ConsoleClient.sellerWithoutShop(), "hanok");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("This domain is taken already", "value=\"hanok\"", "Drawer of Moru");
    }

    private static Http.Answer apply(ConsoleClient seller, String host) {
        return seller.post(
                "/shops/apply", "apply",
                "name", "Drawer of Moru " + host,
                "host", host,
                "theme", "grove",
                "scope", "all",
                "discountBp", "10");
    }
}
