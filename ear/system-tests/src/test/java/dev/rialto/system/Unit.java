package dev.rialto.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A further process on the mall's database, with its master key, and nothing else of it. */
public final class Unit implements AutoCloseable {
    private final Mall mall;
    private final Map<String, String> settings;
    private Rialto process;

    private Unit(Mall mall, Map<String, String> settings) {
        this.mall = mall;
        this.settings = settings;
        this.process = Rialto.start(settings);
    }

    /** The gateway in a process of its own. */
    public static Unit gateway(Mall mall, Path data) throws IOException {
        return gateway(mall, data, Map.of());
    }

    /** The same with further settings. */
    public static Unit gateway(Mall mall, Path data, Map<String, String> more) throws IOException {
        Map<String, String> settings = common(mall, data);
        settings.put("RIALTO_SURFACES", "gateway");
        settings.put("RIALTO_DB_USER", "rialto_front");
        settings.put("RIALTO_DB_PASSWORD", mall.secret("rialto_front"));
        settings.putAll(more);
        return opened(mall, settings);
    }

    /** A unit with all surfaces, behind the same balancer as the mall; it asks the mall's sandboxes. */
    public static Unit whole(Mall mall, Path data, String name, int publicPort) throws IOException {
        Map<String, String> settings = whole(mall, data);
        settings.put("RIALTO_UNIT", name);
        settings.put("RIALTO_PROXIES", "127.0.0.1");
        settings.put("RIALTO_PUBLIC_PORT", String.valueOf(publicPort));
        return opened(mall, settings);
    }

    /** A unit that is asked at its own port, with further settings. */
    public static Unit whole(Mall mall, Path data, Map<String, String> more) throws IOException {
        Map<String, String> settings = whole(mall, data);
        settings.remove("RIALTO_PUBLIC_PORT");
        settings.putAll(more);
        return opened(mall, settings);
    }

    /** Two units that start at the same time. */
    public static List<Unit> both(Callable<Unit> one, Callable<Unit> other) throws Exception {
        ExecutorService starts = Executors.newFixedThreadPool(2);
        try {
            Future<Unit> first = starts.submit(one);
            Future<Unit> second = starts.submit(other);
            return List.of(first.get(), second.get());
        } finally {
            starts.shutdown();
        }
    }

    private static Map<String, String> whole(Mall mall, Path data) throws IOException {
        Map<String, String> settings = common(mall, data);
        settings.put("RIALTO_DB_USER", mall.setting("rialto.db.user"));
        settings.put("RIALTO_DB_PASSWORD", mall.setting("rialto.db.password"));
        settings.put("RIALTO_MAIL_HOST", "127.0.0.1");
        settings.put("RIALTO_MAIL_PORT", String.valueOf(mall.mail().getSmtp().getPort()));
        for (String sandbox : List.of("rialto.sandbox.", "rialto.card.sandbox.")) {
            for (String of : List.of("url", "key", "secret")) {
                String key = sandbox + of;
                settings.put(key.toUpperCase(Locale.ROOT).replace('.', '_'), mall.setting(key));
            }
        }
        return settings;
    }

    private static Map<String, String> common(Mall mall, Path data) throws IOException {
        Map<String, String> settings = Rialto.settings(data);
        settings.put("RIALTO_TEST_CLOCK", "true");
        settings.put("RIALTO_PUBLIC_PORT", String.valueOf(mall.port()));
        settings.put("RIALTO_SIGN_IN_PER_MINUTE", "1000");
        settings.put("RIALTO_DB_URL", mall.setting("rialto.db.url"));
        settings.put("RIALTO_DB_OWNER_PASSWORD", mall.setting("rialto.db.owner.password"));
        settings.put(
                "RIALTO_MASTER_KEY",
                Files.readString(mall.data().resolve("master.key")).strip());
        return settings;
    }

    private static Unit opened(Mall mall, Map<String, String> settings) {
        Unit unit = new Unit(mall, settings);
        unit.awaitOpen();
        return unit;
    }

    public int port() {
        return Integer.parseInt(settings.get("RIALTO_PORT"));
    }

    private void awaitOpen() {
        process.awaitOpen();
        Duration ahead = mall.ahead();
        if (!ahead.isZero()) {
            Path data = Path.of(settings.get("RIALTO_DATA"));
            Mall.advance(Mall.property(data.resolve("server.properties"), "rialto.test.clock.port"), ahead);
        }
    }

    /** Ends it without a word, as a power cut does. */
    public void kill() {
        ProcessHandle launcher = process.handle();
        launcher.descendants().forEach(ProcessHandle::destroyForcibly);
        launcher.destroyForcibly();
        process.awaitEnd();
    }

    /** Ends it as Ctrl-C does. */
    public void stop() {
        process.close();
    }

    public void startAgain() {
        process = Rialto.start(settings);
        awaitOpen();
    }

    @Override
    public void close() {
        stop();
    }
}
