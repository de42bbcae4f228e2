package dev.rialto.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Before money moves the second factor is asked for once more, unless it was given a moment ago. */
class StepUpST {
    private static final Pattern SECRET = Pattern.compile("id=\"factor-secret\">([A-Z2-7]{32})<");
    private static final Pattern RECOVERY = Pattern.compile("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}");

    private final Colleague colleague = Colleague.operator();
    private final ConsoleClient console = new ConsoleClient();

    @AfterEach
    void leave() {
        colleague.leave();
    }

    private List<String> enrol() {
        console.signIn(colleague.email(), Colleague.PASSWORD);
        Matcher shown = SECRET.matcher(console.get("/security").text());
        assertThat(shown.find()).isTrue();
        Http.Answer done = console.post("/security", "confirm", "code", colleague.code(shown.group(1), Duration.ZERO));
        return RECOVERY.matcher(done.text()).results().map(MatchResult::group).toList();
    }

    /** A refund of nothing that exists: what matters is whether it gets that far. */
    private Http.Answer refund() {
        return console.post("/refunds", "again.refund_00000000000000000000000000", "version", "1", "number", "X");
    }

    @Test
    @Tag("D16")
    void theSecondFactorIsAskedForAgainOnceItIsOld() {
        List<String> codes = enrol();
        assertThat(refund().status()).as("just given").isEqualTo(404);
        colleague.forgetFactorOfSession();
        Http.Answer asked = refund();
        assertThat(asked.status()).isEqualTo(403);
        assertThat(asked.text()).contains("/sign-in/code?again=yes");
        Http.Answer given = console.post("/sign-in/code", "code", "code", codes.get(0), "again", "yes");
        assertThat(given.status()).isEqualTo(200);
        assertThat(refund().status()).as("the same form counts now").isEqualTo(404);
    }
}
