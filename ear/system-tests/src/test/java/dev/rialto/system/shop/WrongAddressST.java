package dev.rialto.system.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Mall;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent for an address that leads nowhere, byte by byte: one page of ours, and nothing of the server's behind it. */
class WrongAddressST {
    @ParameterizedTest
    @CsvSource({
        "mall.localhost, GET, /nothing-here, 404",
        "mall.localhost, GET, /shop/list.xhtml, 404",
        "mall.localhost, GET, /desk/orders, 404",
        "mall.localhost, GET, /console, 404",
        "mall.localhost, GET, /console/pages, 404",
        "mall.localhost, GET, /shop, 404",
        "mall.localhost, POST, /cart/add, 403",
        "hanok.localhost, GET, /console, 404",
        "hanok.localhost, GET, /sign-in.xhtml, 404",
        "console.localhost, GET, /console, 404",
        "console.localhost, GET, /console/pages/order.xhtml, 404",
        "console.localhost, POST, /orders, 403"
    })
    @Tag("D16")
    void getsOnePageOfOurs(String host, String method, String path, int status) throws IOException {
        String answer = raw(host, method, path);
        String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
        String body = answer.substring(head.length() + 4);
        assertThat(head).startsWith("HTTP/1.1 " + status).contains("Content-Security-Policy: ");
        assertThat(answer).doesNotContainIgnoringCase("payara").doesNotContain("Error report", "HTTP Status");
        assertThat(body.split("<html", -1)).hasSizeLessThanOrEqualTo(2);
    }

    /** Links that begin with their parameters stay where the browser is; the way back is an address of this host. */
    @ParameterizedTest
    @CsvSource({"/shop/list.xhtml, /shop/list.xhtml", "//elsewhere.example/shop.xhtml, /elsewhere.example/shop.xhtml"})
    void offersTheOtherLanguagesAtTheSameAddressOnThisHost(String path, String here) throws IOException {
        String answer = raw("mall.localhost", "GET", path);
        assertThat(answer)
                .startsWith("HTTP/1.1 404")
                .contains("href=\"?lang=ko\"", "name=\"back\" value=\"" + here + "\"");
        assertThat(answer).doesNotContain("href=\"//", "href=\"/error");
    }

    /** The server itself keeps these closed, before any filter; what it says is at least nothing of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"/WEB-INF", "/WEB-INF/", "/WEB-INF/web.xml", "/META-INF", "/META-INF/MANIFEST.MF"})
    void getsNothingOfTheArchive(String path) throws IOException {
        String answer = raw("mall.localhost", "GET", path);
        assertThat(answer).startsWith("HTTP/1.1 404").contains("\r\n404\n");
        assertThat(answer).doesNotContainIgnoringCase("payara").doesNotContain("<html", "web-app");
    }

    /** The whole answer as it came; a post says that another site sent it. */
    private static String raw(String host, String method, String path) throws IOException {
        int port = Mall.running().port();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write((method + " " + path + " HTTP/1.1\r\nHost: " + host + ":" + port
                                    + "\r\nOrigin: http://elsewhere.example\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
