package dev.rialto.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The settings of this start: a file's lines ({@code rialto.port=8080}), over which the environment ({@code
 * RIALTO_PORT}) has the last word.
 */
record LaunchSettings(Map<String, String> all) {
    private static final String PREFIX = "RIALTO_";
    private static final int HIGHEST_PORT = 65535;

    LaunchSettings {
        all = Map.copyOf(all);
        port(all, "rialto.port", 8080);
    }

    static LaunchSettings load(Map<String, String> environment, Path folder) {
        Map<String, String> all = new TreeMap<>(fileSettings(environment, folder));
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                all.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        return new LaunchSettings(all);
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(all.get(key)).map(String::strip).filter(value -> !value.isEmpty());
    }

    String text(String key, String otherwise) {
        return text(key).orElse(otherwise);
    }

    int port() {
        return port("rialto.port", 8080);
    }

    /** The port as browsers see it: another than ours behind a proxy. */
    int publicPort() {
        return port("rialto.public.port", port());
    }

    /** The port on which the console alone answers; 0 when it shares the mall's. */
    int consolePort() {
        return port("rialto.console.port", 0);
    }

    /** The same as browsers see it. */
    int consolePublicPort() {
        return port("rialto.console.public.port", consolePort() > 0 ? consolePort() : publicPort());
    }

    /** @throws StartFailure when the value is no port */
    int port(String key, int otherwise) {
        return port(all, key, otherwise);
    }

    Path dataFolder() {
        return Path.of(text("rialto.data", "data")).toAbsolutePath().normalize();
    }

    boolean serves(String surface) {
        return text("rialto.surfaces").map(list -> list.contains(surface)).orElse(true);
    }

    boolean isTestClock() {
        return Boolean.parseBoolean(text("rialto.test.clock", "false"));
    }

    private static Map<String, String> fileSettings(Map<String, String> environment, Path folder) {
        String named = environment.get("RIALTO_CONFIG");
        Path file = folder.resolve(named == null ? "rialto.properties" : named);
        if (named == null && !Files.exists(file)) {
            return Map.of();
        }
        Properties properties = new Properties();
        try (Reader lines = Files.newBufferedReader(file)) {
            properties.load(lines);
        } catch (IOException | IllegalArgumentException e) {
            throw new StartFailure("The settings file " + file + " cannot be read: " + StartFailure.reason(e) + ".", e);
        }
        Map<String, String> settings = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> settings.put(known(key, file), properties.getProperty(key)));
        return settings;
    }

    private static String known(String key, Path file) {
        if (!key.startsWith("rialto.")) {
            throw new StartFailure("The settings file " + file + " names " + key + ": settings begin with rialto.");
        }
        return key;
    }

    private static int port(Map<String, String> all, String key, int otherwise) {
        String value = all.getOrDefault(key, "").strip();
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // told below, like a number out of range
        }
        throw new StartFailure("The setting " + key + " must be a port from 0 to 65535, not \"" + value + "\".");
    }
}
