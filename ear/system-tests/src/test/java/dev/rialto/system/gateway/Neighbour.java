package dev.rialto.system.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A client that calls from a loopback address of its own, so that what is counted for it disturbs no other test. */
final class Neighbour {
    private final int port;
    private final String address;

    Neighbour(int port, String address) {
        this.port = port;
        this.address = address;
    }

    String askForToken(Partner partner, String secret) throws IOException {
        String form = "grant_type=client_credentials&client_id=" + partner.clientId() + "&client_secret="
                + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return send(
                "POST /api/v1/token HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                        + form.length() + "\r\n",
                form);
    }

    String get(String path, String token) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nAuthorization: Bearer " + token + "\r\n", "");
    }

    private String send(String head, String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(address), 0)) {
            String text = head + "Host: api.localhost:" + port + "\r\nConnection: close\r\n\r\n" + body;
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
