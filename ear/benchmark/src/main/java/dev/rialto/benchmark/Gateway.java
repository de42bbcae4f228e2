package dev.rialto.benchmark;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reads of the gateway, by the programs of all storefronts with tokens of their own. */
final class Gateway {
    /** Tokens live for fifteen minutes. */
    private static final Duration RENEWAL = Duration.ofMinutes(5);

    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private final int port;
    private final String host;
    private volatile List<String> tokens = List.of();
    private Instant opened = Instant.MIN;

    Gateway(int port, String host) {
        this.port = port;
        this.host = host;
    }

    /** Gets a token for each storefront, when those there are would not last through the next workload. */
    void open() throws IOException {
        if (opened.isAfter(Instant.now().minus(RENEWAL))) {
            return;
        }
        List<String> fresh = new ArrayList<>();
        try (Wire wire = new Wire(port)) {
            for (int shop = 1; shop <= Seed.SHOPS; shop++) {
                fresh.add(token(wire, shop));
            }
        }
        tokens = List.copyOf(fresh);
        opened = Instant.now();
    }

    private String token(Wire wire, int shop) throws IOException {
        byte[] form = ("grant_type=client_credentials&client_id=" + Seed.client(shop) + "&client_secret=" + Seed.SECRET)
                .getBytes(StandardCharsets.US_ASCII);
        Reply reply = wire.send(
                Wire.request("POST /api/v1/token", host, form, "Content-Type: application/x-www-form-urlencoded"));
        Matcher token = TOKEN.matcher(reply.text());
        if (!token.find()) {
            throw new IllegalStateException("no token: " + reply.status() + " " + reply.text());
        }
        return token.group(1);
    }

    /** Bytes of the first list. */
    int sizeOfList() throws IOException {
        try (Wire wire = new Wire(port)) {
            return wire.send(get("/api/v1/goods?limit=20", tokens.get(0))).body().length;
        }
    }

    Load.Workload list() {
        return reads(random -> get("/api/v1/goods?limit=20", tokens.get(random.nextInt(Seed.SHOPS))));
    }

    /** A copy that is asked whether it still holds, as nodes do. */
    Load.Workload unchangedList() throws IOException {
        List<String> tags = new ArrayList<>();
        try (Wire wire = new Wire(port)) {
            for (String token : tokens) {
                tags.add(wire.send(get("/api/v1/goods?limit=20", token))
                        .header("etag")
                        .orElseThrow(() -> new IllegalStateException("a list without ETag")));
            }
        }
        return () -> new ReadClient(new Wire(port), 304, random -> {
            int shop = random.nextInt(Seed.SHOPS);
            return get("/api/v1/goods?limit=20", tokens.get(shop), "If-None-Match: " + tags.get(shop));
        });
    }

    /** One list and one goods page of a storefront, to be watched. */
    void readOnce() throws IOException {
        try (Wire wire = new Wire(port)) {
            for (byte[] request : List.of(
                    get("/api/v1/goods?limit=20", tokens.get(0)),
                    get("/api/v1/goods/" + Seed.slug(1, 1), tokens.get(0)))) {
                Reply reply = wire.send(request);
                if (reply.status() != 200) {
                    throw new IllegalStateException(reply.status() + " " + reply.text());
                }
            }
        }
    }

    Load.Workload goods() {
        return reads(random -> {
            int shop = random.nextInt(Seed.SHOPS);
            String slug = Seed.slug(shop + 1, 1 + random.nextInt(Seed.GOODS_OF_SHOP));
            return get("/api/v1/goods/" + slug, tokens.get(shop));
        });
    }

    Load.Workload search(List<String> words) {
        return reads(random -> {
            String word = URLEncoder.encode(words.get(random.nextInt(words.size())), StandardCharsets.UTF_8);
            return get("/api/v1/search?limit=20&q=" + word, tokens.get(random.nextInt(Seed.SHOPS)));
        });
    }

    Load.Workload hello(int bytes) {
        return reads(random -> helloCall(random, bytes));
    }

    byte[] helloCall(Random random, int bytes) {
        return get("/api/v1/hello?bytes=" + bytes, tokens.get(random.nextInt(Seed.SHOPS)));
    }

    private Load.Workload reads(Function<Random, byte[]> request) {
        return () -> new ReadClient(new Wire(port), 200, request);
    }

    private byte[] get(String path, String token, String... more) {
        List<String> headers = new ArrayList<>(List.of("Authorization: Bearer " + token, "Accept: application/json"));
        headers.addAll(List.of(more));
        return Wire.get(host, path, headers.toArray(String[]::new));
    }
}
