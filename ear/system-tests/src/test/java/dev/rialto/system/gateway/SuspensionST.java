package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A suspended credential or storefront is told so at every call, and its shoppers on every page. */
@Tag("A36")
class SuspensionST {
    private final Mall mall = Mall.running();

    private static void isSuspension(Http.Answer answer, String name) {
        assertThat(answer.status()).as(name).isEqualTo(403);
        assertThat(answer.header("Content-Type")).as(name).hasValue("application/problem+json");
        JsonObject problem = answer.json().getAsJsonObject();
        assertThat(problem.get("type").getAsString()).as(name).isEqualTo("urn:rialto:problem:suspended");
        assertThat(problem.get("code").getAsString()).as(name).isEqualTo("suspended");
    }

    /** Every operation of the contract, as it is called when all is well; within a second the gateway knows. */
    private void everyCallSaysSo(Node node, Map<String, String> ids) throws InterruptedException {
        awaitStatus(node, 403);
        Map<String, String> named = new HashMap<>(IsolationST.NOTHING);
        named.putAll(ids);
        for (Operations.Operation operation : Operations.all(mall)) {
            if (operation.isSecured()) {
                isSuspension(
                        operation.send(node.calling(), operation.address(named), operation.body()), operation.name());
            }
        }
    }

    @Test
    void everyCallOfASuspendedCredentialIsRefusedUnderItsOwnName() throws Exception {
        Node node = Node.of(mall, "hanok.localhost").joined();
        Map<String, String> ids = Belongings.of(node).ids();
        assertThat(node.calling().get("/api/v1/goods").status()).isEqualTo(200);
        node.partner().set("state = 'suspended'");
        everyCallSaysSo(node, ids);
        Http.Answer token = node.partner().askForToken(Partner.SECRET);
        assertThat(token.status()).isEqualTo(403);
        assertThat(token.text()).contains("\"error\":\"unauthorized_client\"", "suspended");
        node.partner().set("state = 'active'");
        awaitStatus(node, 200);
    }

    @Test
    void aSuspendedStorefrontIsClosedElsewhereAndItsOrdersAreReadAtTheMall() throws Exception {
        OwnServer server = OwnServer.running(mall);
        Node node = Node.of(mall, OwnServer.STOREFRONT).joined();
        Map<String, String> ids = Belongings.of(node).ids();
        String slug = ids.get("slug");
        storefront("suspended");
        try {
            everyCallSaysSo(node, ids);
            await(() -> server.shopper().get("/").status() == 503);
            for (String path : new String[] {"/", "/goods", "/goods/" + slug, "/cart", "/wishes", "/search?q=a"}) {
                Http.Answer closed = server.shopper().get(path);
                assertThat(closed.status()).as(path).isEqualTo(503);
                assertThat(closed.text())
                        .as(path)
                        .contains("This shop is closed at the moment", "Orders placed before are still delivered")
                        .doesNotContain("Temporarily unavailable", "went wrong");
            }
            assertThat(server.shopper().with("Accept-Language", "ko").get("/").text())
                    .contains("지금은 문을 닫았습니다");
            assertThat(server.shopper().get("/robots.txt").text()).contains("Disallow: /\n");
            assertThat(server.shopper().get("/orders/" + ids.get("number")).header("Location"))
                    .hasValueSatisfying(address -> assertThat(address)
                            .contains(OwnServer.STOREFRONT)
                            .endsWith("/orders/" + ids.get("number")));
            assertThat(mall.at("mall.localhost").get("/goods/" + slug).status())
                    .as("the mall sells on")
                    .isEqualTo(200);
        } finally {
            storefront("open");
        }
        await(() -> server.shopper().get("/").status() == 200);
    }

    private void storefront(String state) throws Exception {
        try (var database = mall.database();
                var change = database.prepareStatement(
                        "update site set state = ? where id = (select site_id from site_host where host = ?)")) {
            change.setString(1, state);
            change.setString(2, OwnServer.STOREFRONT);
            assertThat(change.executeUpdate()).isEqualTo(1);
        }
    }

    private static void awaitStatus(Node node, int status) throws InterruptedException {
        await(() -> node.calling().get("/api/v1/goods").status() == status);
    }

    private static void await(BooleanSupplier wanted) throws InterruptedException {
        Instant limit = Instant.now().plus(Duration.ofSeconds(60));
        while (!wanted.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(limit);
            Thread.sleep(200);
        }
    }
}
