package dev.rialto.system.console;

import dev.rialto.system.Mall;
import dev.rialto.system.Rialto;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Assumptions;

/** Caddy before the running mall, with its own authority: it asks the mall for which hosts to make a certificate. */
final class Caddy implements AutoCloseable {
    private static final List<String> PLACES = List.of("/usr/bin/caddy", "/usr/local/bin/caddy");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Process process;
    private final Path folder;
    private final int port;

    private Caddy(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** Whoever asks is skipped on a machine without it, and fails where the tests' programs are required. */
    private static String program() {
        for (String place : PLACES) {
            if (Files.isExecutable(Path.of(place))) {
                return place;
            }
        }
        String missing =
                "NO CADDY on this machine (looked at " + PLACES + "): certificates of own domains cannot be tried";
        if (Boolean.parseBoolean(System.getenv("RIALTO_REQUIRE_BROWSER"))) {
            throw new AssertionError(missing);
        }
        System.err.println("*** " + missing + " and are skipped ***");
        return Assumptions.abort(missing);
    }

    static Caddy started() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("caddy");
        int port = Rialto.freePort();
        int mall = Mall.running().port();
        Files.writeString(folder.resolve("Caddyfile"), """
                {
                    admin off
                    skip_install_trust
                    storage file_system %1$s/data
                    auto_https disable_redirects
                    https_port %2$d
                    on_demand_tls {
                        ask http://127.0.0.1:%3$d/api/tls/ask
                    }
                }
                https:// {
                    tls internal {
                        on_demand
                    }
                    reverse_proxy 127.0.0.1:%3$d
                }
                """.formatted(folder, port, mall));
        String program = program();
        ProcessBuilder builder = new ProcessBuilder(
                        program,
                        "run",
                        "--adapter",
                        "caddyfile",
                        "--config",
                        folder.resolve("Caddyfile").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        builder.environment().put("HOME", folder.toString());
        Caddy caddy = new Caddy(builder.start(), folder, port);
        caddy.await();
        return caddy;
    }

    private void await() throws IOException, InterruptedException {
        Instant limit = Instant.now().plus(PATIENCE);
        while (!Files.exists(root()) || !listens()) {
            if (!process.isAlive() || Instant.now().isAfter(limit)) {
                throw new AssertionError("no Caddy:\n" + Files.readString(folder.resolve("log")));
            }
            Thread.sleep(100);
        }
    }

    private boolean listens() {
        try (Socket probe = new Socket()) {
            probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private Path root() {
        return folder.resolve("data/pki/authorities/local/root.crt");
    }

    /** The whole answer of a page over TLS, as a browser that trusts Caddy's authority gets it. */
    String get(String host, String path) throws Exception {
        try (SSLSocket socket =
                (SSLSocket) trusting().getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(host)));
            socket.setSSLParameters(parameters);
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.startHandshake();
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private SSLContext trusting() throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream certificate = Files.newInputStream(root())) {
            store.setCertificateEntry(
                    "caddy", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
