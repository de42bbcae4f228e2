package dev.rialto.storage;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** A program that speaks S3, in a process of its own. */
public final class S3Double implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private final Process process;
    private final URI url;

    private S3Double(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** Starts one that has this bucket. */
    public static S3Double start(String bucket) throws IOException, InterruptedException {
        int port = freePort();
        Path log = Files.createTempFile("s3-double", ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-jar", jar())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("COM_ADOBE_TESTING_S3MOCK_STORE_INITIAL_BUCKETS", bucket);
        builder.environment().put("COM_ADOBE_TESTING_S3MOCK_CONTROLLER_INITIAL_BUCKETS", bucket);
        builder.environment().put("COM_ADOBE_TESTING_S3MOCK_HTTP_PORT", String.valueOf(port));
        builder.environment().put("SERVER_PORT", "0");
        S3Double started = new S3Double(builder.start(), URI.create("http://127.0.0.1:" + port));
        started.awaitOpen(bucket, log);
        return started;
    }

    private static String jar() {
        String paths = System.getProperty("surefire.real.class.path", "")
                + java.io.File.pathSeparator
                + System.getProperty("surefire.test.class.path", "")
                + java.io.File.pathSeparator
                + System.getProperty("java.class.path");
        return Arrays.stream(paths.split(java.io.File.pathSeparator))
                .filter(path -> path.matches(".*s3mock-.*-exec\\.jar"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("s3mock is not on the class path"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    private void awaitOpen(String bucket, Path log) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        Instant limit = Instant.now().plus(START_LIMIT);
        while (!answers(client, bucket)) {
            if (!process.isAlive() || Instant.now().isAfter(limit)) {
                throw new AssertionError("the S3 double does not answer:\n" + Files.readString(log));
            }
            process.waitFor(200, TimeUnit.MILLISECONDS);
        }
    }

    private boolean answers(HttpClient client, String bucket) throws InterruptedException {
        try {
            HttpRequest head = HttpRequest.newBuilder(url.resolve("/" + bucket))
                    .method("HEAD", HttpRequest.BodyPublishers.noBody())
                    .build();
            return client.send(head, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    public URI url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
