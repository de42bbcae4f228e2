package dev.rialto.system.gateway;

import com.google.gson.JsonParser;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import dev.rialto.system.Rialto;
import java.io.IOException;
import java.io.Reader;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;

/** The gateway in a process of its own: on the mall's database, with its master key, and nothing else of it. */
final class GatewayUnit implements AutoCloseable {
    private final Mall mall;
    private final Map<String, String> settings;
    private final Path data;
    private Rialto unit;

    private GatewayUnit(Mall mall, Path data, Map<String, String> settings) {
        this.mall = mall;
        this.data = data;
        this.settings = settings;
        this.unit = Rialto.start(settings);
    }

    static GatewayUnit start(Mall mall, Path data) throws Exception {
        Properties secrets = properties(mall.data().resolve("secrets.properties"));
        Map<String, String> settings = Rialto.settings(data);
        settings.put("RIALTO_SURFACES", "gateway");
        settings.put("RIALTO_TEST_CLOCK", "true");
        settings.put("RIALTO_PUBLIC_PORT", String.valueOf(mall.port()));
        settings.put("RIALTO_DB_URL", mall.setting("rialto.db.url"));
        settings.put("RIALTO_DB_USER", "rialto_front");
        settings.put("RIALTO_DB_PASSWORD", secrets.getProperty("rialto_front"));
        settings.put("RIALTO_DB_OWNER_PASSWORD", mall.setting("rialto.db.owner.password"));
        settings.put(
                "RIALTO_MASTER_KEY",
                Files.readString(mall.data().resolve("master.key")).strip());
        GatewayUnit unit = new GatewayUnit(mall, data, settings);
        unit.awaitOpen();
        return unit;
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader lines = Files.newBufferedReader(file)) {
            properties.load(lines);
        }
        return properties;
    }

    int port() {
        return Integer.parseInt(settings.get("RIALTO_PORT"));
    }

    private void awaitOpen() throws Exception {
        unit.awaitOpen();
        // other tests may have moved the mall's clock
        Duration ahead = Duration.between(Instant.now(), Instant.ofEpochSecond(mallSeconds()));
        if (ahead.toSeconds() > 5) {
            String clock = properties(data.resolve("server.properties")).getProperty("rialto.test.clock.port");
            Http.at("localhost", Integer.parseInt(clock))
                    .send("POST", "/advance", BodyPublishers.ofString(ahead.toString()));
        }
    }

    private long mallSeconds() throws Exception {
        String token =
                Partner.ofStorefront(mall, "hanok.localhost", "goods:read").token();
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        return JsonParser.parseString(claims).getAsJsonObject().get("iat").getAsLong();
    }

    /** Ends it without a word, as a power cut does. */
    void kill() {
        ProcessHandle launcher = unit.handle();
        launcher.descendants().forEach(ProcessHandle::destroyForcibly);
        launcher.destroyForcibly();
        unit.awaitEnd();
    }

    void startAgain() throws Exception {
        unit = Rialto.start(settings);
        awaitOpen();
    }

    @Override
    public void close() {
        unit.close();
    }
}
