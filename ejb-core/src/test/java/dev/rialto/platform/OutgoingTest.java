package dev.rialto.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingTest {
    private static final Outgoing STRICT = new Outgoing(new OutgoingSettings(Set.of()), OutgoingTest::known);

    /** Names that lead inside, as a stranger's name server would tell them. */
    private static InetAddress[] known(String host) throws UnknownHostException {
        return switch (host) {
            case "inside.example.com" -> new InetAddress[] {InetAddress.getByName("10.1.2.3")};
            case "half.example.com" ->
                new InetAddress[] {InetAddress.getByName("93.184.215.14"), InetAddress.getByName("127.0.0.1")};
            case "outside.example.com" -> new InetAddress[] {InetAddress.getByName("93.184.215.14")};
            case "six.example.com" -> new InetAddress[] {InetAddress.getByName("64:ff9b::a00:1")};
            default -> throw new UnknownHostException(host);
        };
    }

    static List<String> forbidden() {
        return Forbidden.ADDRESSES;
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void refusesWhatIsNotAPlainPlaceOnTheOpenInternet(String address) {
        assertThat(STRICT.flawNow(address)).isPresent();
        assertThatThrownBy(() -> STRICT.post(address, Map.of(), new byte[0])).isInstanceOf(Outgoing.Failed.class);
    }

    @Test
    void theListOfForbiddenAddressesIsLong() {
        assertThat(Forbidden.ADDRESSES).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://outside.example.com/hooks?tenant=1",
                "https://outside.example.com:8443",
                "https://93.184.215.14/x",
                "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/x",
                "HTTPS://OUTSIDE.example.com/"
            })
    void takesPlacesOnTheOpenInternet(String address) {
        assertThat(STRICT.flawNow(address)).isEmpty();
    }

    @Test
    void looksAtEveryAddressBehindAName() {
        assertThat(STRICT.flawNow("https://inside.example.com/")).contains("not_public");
        assertThat(STRICT.flawNow("https://half.example.com/")).contains("not_public");
        assertThat(STRICT.flawNow("https://six.example.com/")).contains("not_public");
        assertThat(STRICT.flawNow("https://nobody.example.com/")).contains("unknown_host");
        assertThat(STRICT.flaw("https://nobody.example.com/")).isEmpty();
    }

    @Test
    void goesToTheAddressThatWasCheckedAndAsksForItsNameOnce() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        AtomicReference<String> host = new AtomicReference<>("");
        HttpServer server = server(302, host);
        int port = server.getAddress().getPort();
        Outgoing outgoing = new Outgoing(new OutgoingSettings(Set.of("receiver.example.com:" + port)), name -> {
            asked.incrementAndGet();
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        });

        Outgoing.Answer answer = outgoing.post(
                "http://receiver.example.com:" + port + "/in", Map.of(), "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.body()).isEqualTo("moved");
        assertThat(host.get()).isEqualTo("receiver.example.com:" + port + " /in");
        assertThat(asked).hasValue(1);
        server.stop(0);
    }

    @Test
    void theAllowListNamesOnePortAndNoOther() throws Exception {
        Outgoing outgoing = new Outgoing(new OutgoingSettings(Set.of("127.0.0.1:8123")));
        assertThat(outgoing.flawNow("http://127.0.0.1:8123/x")).isEmpty();
        assertThat(outgoing.flawNow("http://127.0.0.1:8124/x")).contains("https_only");
        assertThat(outgoing.flawNow("http://user:pass@127.0.0.1:8123/x")).contains("credentials_in_address");
    }

    @Test
    void aWrongAllowListIsNamed() {
        assertThatThrownBy(() -> OutgoingSettings.from(new io.smallrye.config.SmallRyeConfigBuilder()
                        .withDefaultValue("rialto.outgoing.allow", "127.0.0.1")
                        .build()))
                .hasMessageContaining("rialto.outgoing.allow")
                .hasMessageContaining("127.0.0.1");
    }

    private static HttpServer server(int status, AtomicReference<String> host) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            host.set(exchange.getRequestHeaders().getFirst("Host") + " " + exchange.getRequestURI());
            byte[] body = "moved".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1/inside");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
