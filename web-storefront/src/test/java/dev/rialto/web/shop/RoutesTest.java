package dev.rialto.web.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoutesTest {
    private final Routes routes = new Routes()
            .get("/", visit -> Answer.missing())
            .get("/goods/{slug}", visit -> Answer.missing())
            .post("/cart/add", visit -> Answer.missing());

    @Test
    void namesThePartsOfAnAddress() {
        assertThat(routes.find("GET", "/goods/red-cup").orElseThrow().parts()).containsEntry("slug", "red-cup");
    }

    @Test
    void findsNothingForOtherAddresses() {
        assertThat(routes.find("GET", "/goods/")).isEmpty();
        assertThat(routes.find("GET", "/goods/a/b")).isEmpty();
        assertThat(routes.find("GET", "/cart/add")).isEmpty();
    }

    @Test
    void tellsWhichMethodsAnAddressKnows() {
        assertThat(routes.methodsOf("/cart/add")).isEqualTo("POST");
        assertThat(routes.methodsOf("/nothing")).isEmpty();
    }
}
