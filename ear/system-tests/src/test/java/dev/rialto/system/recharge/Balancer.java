package dev.rialto.system.recharge;

import dev.rialto.system.Http;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The balancer that the deployment files describe, as a process before two units. */
final class Balancer implements AutoCloseable {
    private static final List<String> PLACES = List.of("/usr/sbin/haproxy", "/usr/local/sbin/haproxy");
    private static final Path CONFIGURATION = Path.of("../../docker/haproxy.cfg");

    private final Process process;
    private final int port;

    private Balancer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static boolean isHere() {
        return PLACES.stream().anyMatch(place -> Files.isExecutable(Path.of(place)));
    }

    static Balancer start(int port, int unit1, int unit2, Path log) throws IOException {
        String program = PLACES.stream()
                .filter(place -> Files.isExecutable(Path.of(place)))
                .findFirst()
                .orElseThrow();
        ProcessBuilder builder = new ProcessBuilder(program, "-db", "-f", CONFIGURATION.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("BALANCER", "127.0.0.1:" + port);
        builder.environment().put("UNIT_1", "127.0.0.1:" + unit1);
        builder.environment().put("UNIT_2", "127.0.0.1:" + unit2);
        return new Balancer(builder.start(), port);
    }

    /** A client of the balancer. */
    Http at(String host) {
        return Http.at(host, port);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
