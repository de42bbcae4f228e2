package dev.rialto.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SecondFactorST {
    private static final Pattern SECRET = Pattern.compile("id=\"factor-secret\">([A-Z2-7]{32})<");
    private static final Pattern RECOVERY = Pattern.compile("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}");

    private final Colleague colleague = Colleague.operator();
    private final ConsoleClient console = new ConsoleClient();
    private String secret = "";

    @BeforeEach
    void setUpTheApp() {
        assertThat(enter(console).header("Location")).contains("/");
        Matcher shown = SECRET.matcher(console.get("/security").text());
        assertThat(shown.find()).isTrue();
        secret = shown.group(1);
    }

    @AfterEach
    void leave() {
        colleague.leave();
    }

    private Http.Answer enter(ConsoleClient client) {
        return client.signIn(colleague.email(), Colleague.PASSWORD);
    }

    private List<String> confirm() {
        Http.Answer done = console.post("/security", "confirm", "code", colleague.code(secret, Duration.ZERO));
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        return RECOVERY.matcher(done.text()).results().map(MatchResult::group).toList();
    }

    @Test
    @Tag("D16")
    @Tag("D22")
    void asksForTheCodeAfterThePasswordAndOpensNothingBefore() {
        confirm();
        ConsoleClient again = new ConsoleClient();
        assertThat(enter(again).header("Location").orElse("")).startsWith("/sign-in/code");
        assertThat(again.get("/orders").status()).isEqualTo(303);
        assertThat(again.post("/sign-in/code", "code", "code", "000000", "next", "/orders")
                        .status())
                .isEqualTo(422);
        String code = colleague.code(secret, Duration.ofSeconds(30));
        assertThat(again.post("/sign-in/code", "code", "code", code, "next", "/orders")
                        .header("Location"))
                .contains("/orders");
        assertThat(again.get("/orders").status()).isEqualTo(200);
    }

    @Test
    @Tag("D16")
    void showsRecoveryCodesOnceAndTakesEachOnce() {
        List<String> codes = confirm();
        assertThat(codes).hasSize(10);
        assertThat(console.get("/security").text()).doesNotContain(codes.get(0));
        ConsoleClient first = new ConsoleClient();
        enter(first);
        assertThat(first.post("/sign-in/code", "code", "code", codes.get(0)).status())
                .isEqualTo(303);
        assertThat(first.get("/").status()).isEqualTo(200);
        ConsoleClient second = new ConsoleClient();
        enter(second);
        assertThat(second.post("/sign-in/code", "code", "code", codes.get(0)).status())
                .isEqualTo(422);
        assertThat(second.get("/").status()).isEqualTo(303);
    }

    @Test
    void refusesTheWrongFirstCodeAndStaysWithTheSameKey() {
        Http.Answer wrong = console.post("/security", "confirm", "code", "123");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains(secret, "The code is wrong");
    }
}
