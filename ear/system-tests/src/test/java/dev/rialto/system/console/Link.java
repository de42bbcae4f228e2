package dev.rialto.system.console;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.rialto.system.Mall;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The live link as a page of the console opens it. */
final class Link implements WebSocket.Listener {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private final StringBuilder part = new StringBuilder();
    private WebSocket socket;

    /** Opens the link of a session; fails when the server does not let it in. */
    static Link open(String cookie, String origin) {
        Link link = new Link();
        link.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Host", "console.localhost:" + Mall.running().port())
                .header("Cookie", cookie)
                .header("Origin", origin)
                .buildAsync(URI.create("ws://127.0.0.1:" + Mall.running().port() + "/live"), link)
                .join();
        return link;
    }

    void send(String text) {
        socket.sendText(text, true).join();
    }

    /** The next answer. */
    JsonObject hear() {
        try {
            String text = heard.poll(10, TimeUnit.SECONDS);
            if (text == null) {
                throw new AssertionError("no answer within 10 seconds");
            }
            return JsonParser.parseString(text).getAsJsonObject();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    JsonObject ask(int number, String what) {
        send("{\"id\":" + number + ",\"ask\":\"" + what + "\"}");
        return hear();
    }

    /** The code with which the server ended the link. */
    int end() {
        return ended.orTimeout(10, TimeUnit.SECONDS).join();
    }

    void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket of, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            heard.add(part.toString());
            part.setLength(0);
        }
        return WebSocket.Listener.super.onText(of, text, last);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket of, int code, String reason) {
        ended.complete(code);
        return WebSocket.Listener.super.onClose(of, code, reason);
    }
}
