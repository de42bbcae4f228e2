package dev.rialto.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.TestMall;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstOperatorIT {
    @TempDir
    Path folder;

    private TestMall mall;

    @BeforeEach
    void anEmptyInstallation() {
        mall = TestMall.empty(folder);
    }

    @AfterEach
    void close() {
        mall.close();
    }

    private static FirstOperator.Wish wish(String email, String password) {
        return new FirstOperator.Wish(
                email, password, "Harbour Mall", "KR", List.of("ko"), List.of("KRW"), "Asia/Seoul");
    }

    @Test
    void theOperatorNamedFirstSignsInAndNobodyNamedLaterIsAdded() {
        FirstOperator first = mall.get(FirstOperator.class);
        first.settle(wish("first@example.test", "a lantern on the pier"));
        first.settle(wish("second@example.test", "a lantern on the pier"));
        SignIn signIn = new SignIn(
                "first@example.test",
                "a lantern on the pier",
                SessionView.Kind.STAFF,
                null,
                null,
                "192.0.2.9",
                "Firefox");
        String token =
                mall.get(Sessions.class).signIn(Caller.anonymous("t"), signIn).token();
        Caller caller = mall.get(Sessions.class)
                .resolve(Caller.worker("t"), token)
                .orElseThrow()
                .caller(token, "t");
        assertThat(caller.role()).isEqualTo(Caller.Role.MALL);
        assertThat(mall.value(long.class, "select count(*) from person")).isEqualTo(1);
    }

    @Test
    void aPasswordThatCannotBeUsedStopsTheStartWithALineThatSaysWhich() {
        assertThatThrownBy(() -> mall.get(FirstOperator.class).settle(wish("first@example.test", "password123")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("rialto.operator.password")
                .hasMessageContaining("too_common");
    }
}
