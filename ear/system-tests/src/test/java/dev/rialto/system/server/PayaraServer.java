package dev.rialto.system.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import dev.rialto.system.Rialto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A Payara Server in a domain of its own, with a database beside the shared mall's. */
final class PayaraServer implements AutoCloseable {
    private static final Path HOME =
            Path.of(System.getProperty("payara.home", "target/payara/payara6")).toAbsolutePath();
    private static final String DOMAIN = "rialto";

    /** What a domain listens on, from its base: HTTP +80, HTTPS +81, administration +48; a taken one hangs its start. */
    private static final int[] PORTS = {9, 37, 38, 39, 48, 49, 59, 66, 76, 80, 81, 86};

    private final int portBase;
    private final Path folder;

    private PayaraServer(int portBase, Path folder) {
        this.portBase = portBase;
        this.folder = folder;
    }

    static PayaraServer withRialto(Mall mall) throws Exception {
        PayaraServer server = new PayaraServer(Rialto.freePortBase(PORTS), Files.createTempDirectory("rialto-payara"));
        server.run(
                Map.of(),
                asadmin(),
                "create-domain",
                "--nopassword=true",
                "--domaindir",
                server.folder.toString(),
                "--portbase",
                String.valueOf(server.portBase),
                DOMAIN);
        server.run(
                Map.of(),
                asadmin(),
                "start-domain",
                "--timeout",
                "240",
                "--domaindir",
                server.folder.toString(),
                DOMAIN);
        server.run(server.settings(mall), "../../docker/deploy.asadmin.sh", "../app/target/rialto.ear");
        return server;
    }

    Http at(String host) {
        return Http.at(host, portBase + 80);
    }

    @Override
    public void close() throws Exception {
        run(Map.of(), asadmin(), "stop-domain", "--kill=true", "--domaindir", folder.toString(), DOMAIN);
    }

    private Map<String, String> settings(Mall mall) throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of(
                "ASADMIN", asadmin(),
                "ADMIN_PORT", String.valueOf(portBase + 48),
                "RIALTO_DB_URL", mall.createDatabase("payara_server"),
                "RIALTO_DB_USER", mall.setting("rialto.db.user"),
                "RIALTO_DB_PASSWORD", mall.setting("rialto.db.password"),
                "RIALTO_DB_OWNER_PASSWORD", mall.setting("rialto.db.owner.password"),
                "RIALTO_DATA", folder.resolve("data").toString(),
                "RIALTO_PUBLIC_PORT", String.valueOf(portBase + 80)));
        // goods to sell, and the gateway that stands beside the shared mall
        for (String key : List.of("demo.folder", "sandbox.url", "sandbox.key", "sandbox.secret")) {
            settings.put("RIALTO_" + key.replace('.', '_').toUpperCase(Locale.ROOT), mall.setting("rialto." + key));
        }
        return settings;
    }

    private static String asadmin() {
        return HOME.resolve("bin/asadmin").toString();
    }

    private void run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "command", ".txt");
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("RIALTO_"));
        builder.environment().putAll(environment);
        int status = builder.start().waitFor();
        assertThat(status)
                .as(() -> read(output) + read(folder.resolve(DOMAIN + "/logs/server.log")))
                .isZero();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
