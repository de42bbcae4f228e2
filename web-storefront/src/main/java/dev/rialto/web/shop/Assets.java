package dev.rialto.web.shop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files every shop shares. Their addresses change with their content, so browsers may keep them for good. */
public final class Assets {
    private static final Map<String, String> TYPES = Map.of(
            "shop.css", "text/css;charset=utf-8",
            "shop.js", "text/javascript;charset=utf-8",
            "recharge.js", "text/javascript;charset=utf-8",
            "icon.svg", "image/svg+xml;charset=utf-8");
    private static final Map<String, Asset> ALL = readAll();
    private static final String FOREVER = "public, max-age=31536000, immutable";

    private record Asset(String type, String version, byte[] bytes) {}

    private Assets() {}

    /** Address of a shared file. */
    public static String address(String name) {
        Asset asset = ALL.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("no such file: " + name);
        }
        return "/assets/" + asset.version() + "/" + name;
    }

    static @Nullable Answer answer(String name) {
        Asset asset = ALL.get(name);
        return asset == null ? null : new Answer.File(asset.type(), asset.bytes(), Map.of("Cache-Control", FOREVER));
    }

    private static Map<String, Asset> readAll() {
        Map<String, Asset> all = new HashMap<>();
        for (String name : List.copyOf(TYPES.keySet())) {
            byte[] bytes = read(name);
            all.put(
                    name,
                    new Asset(
                            TYPES.getOrDefault(name, ""), EntityTag.hash(bytes).substring(0, 12), bytes));
        }
        return Map.copyOf(all);
    }

    private static byte[] read(String name) {
        try (InputStream stream = Assets.class.getResourceAsStream("/dev/rialto/web/assets/" + name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
