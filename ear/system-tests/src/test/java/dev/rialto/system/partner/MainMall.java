package dev.rialto.system.partner;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.rialto.system.Http;
import dev.rialto.system.Rialto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;

/** A second mall beside the shared one: empty, with one operator, a second factor required, and a proxy before it. */
final class MainMall implements AutoCloseable {
    static final String OPERATOR = "mina@main.example";
    static final String PASSWORD = "a lantern on the pier";
    static final String CONSOLE = "console.localhost";
    /** Java finds this one by itself, on every system. */
    static final String API = "localhost";

    private static final Pattern SECRET = Pattern.compile("id=\"factor-secret\">([A-Z2-7]{32})<");
    private static final Pattern RECOVERY = Pattern.compile("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}");
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    final Meddler meddler;
    private final Path data;
    private final Rialto rialto;
    private final int port;
    private List<String> recovery = List.of();

    MainMall() throws IOException {
        data = Files.createTempDirectory("rialto-main");
        Map<String, String> settings = Rialto.settings(data);
        port = Rialto.freePort();
        settings.put("RIALTO_DEMO", "false");
        settings.put("RIALTO_OPERATOR_EMAIL", OPERATOR);
        settings.put("RIALTO_OPERATOR_PASSWORD", PASSWORD);
        settings.put("RIALTO_HOST_API", API);
        settings.put("RIALTO_PUBLIC_PORT", String.valueOf(port));
        settings.put("RIALTO_SIGN_ON_PRIVATE", "true");
        settings.put("RIALTO_SIGN_IN_PER_MINUTE", "1000");
        meddler = new Meddler(port, Integer.parseInt(settings.get("RIALTO_PORT")));
        rialto = Rialto.start(settings);
        rialto.awaitOpen();
    }

    String issuer() {
        return "http://" + API + ":" + port + "/api/v1/openid";
    }

    Http api() {
        return Http.at(API, port);
    }

    /** Somebody before the console, not signed in. */
    Http browser() {
        return Http.at(CONSOLE, port).with("Accept-Language", "en");
    }

    static Http.Answer post(Http browser, String path, String action, String... inputs) {
        Map<String, String> form = new LinkedHashMap<>();
        for (int i = 0; i < inputs.length; i += 2) {
            form.put(inputs[i], inputs[i + 1]);
        }
        form.put("do", action);
        return browser.post(path, form);
    }

    static Http.Answer password(Http browser, String next) {
        return post(browser, "/sign-in", "sign-in", "email", OPERATOR, "password", PASSWORD, "next", next);
    }

    /** The operator comes in for the first time and sets the second factor up. */
    Http firstSignIn() {
        Http browser = browser();
        assertThat(password(browser, "/").header("Location").orElse("")).startsWith("/sign-in/factor");
        String secret = SECRET.matcher(browser.get("/sign-in/factor").text())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        Http.Answer done = post(browser, "/sign-in/factor", "confirm", "code", code(secret), "next", "/");
        recovery =
                RECOVERY.matcher(done.text()).results().map(MatchResult::group).toList();
        assertThat(recovery).as(done.text()).hasSize(10);
        return browser;
    }

    /** One of the codes that are good once. */
    String recoveryCode() {
        String code = recovery.get(0);
        recovery = recovery.subList(1, recovery.size());
        return code;
    }

    private static String code(String secret) {
        StringBuilder bits = new StringBuilder();
        for (char next : secret.toCharArray()) {
            String five = Integer.toBinaryString(BASE_32.indexOf(next));
            bits.append("0".repeat(5 - five.length())).append(five);
        }
        byte[] bytes = new byte[bits.length() / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        }
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(new SecretKeySpec(bytes, "RAW"), Instant.now(), Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        meddler.close();
        rialto.close();
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> {
                if (!file.delete()) {
                    file.deleteOnExit();
                }
            });
        }
    }
}
