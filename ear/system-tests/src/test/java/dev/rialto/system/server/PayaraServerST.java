package dev.rialto.system.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Mall;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The EAR, as it is, on a Payara Server that the documented script prepared. */
class PayaraServerST {
    private static PayaraServer server;

    @BeforeAll
    static void deploys() throws Exception {
        server = PayaraServer.withRialto(Mall.running());
    }

    @AfterAll
    static void stops() throws Exception {
        server.close();
    }

    @Test
    void isReadyWithItsDatabase() {
        assertThat(server.at("api.localhost").get("/health/ready").status()).isEqualTo(200);
    }

    @Test
    void saysNothingAboutTheServer() {
        assertThat(server.at("mall.localhost").get("/").header("Server")).isEmpty();
        assertThat(server.at("mall.localhost").get("/").header("X-Powered-By")).isEmpty();
    }

    @Test
    @Tag("D21")
    void sellsToAGuestByCard() throws Exception {
        String order = new Purchase(server.at("hanok.localhost")).ofOne("barley-tea");
        assertThat(order).contains("Thank you for your order", "Paid");
    }
}
