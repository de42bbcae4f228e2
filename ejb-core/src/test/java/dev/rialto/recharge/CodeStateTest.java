package dev.rialto.recharge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CodeStateTest {
    @Test
    @Tag("E34")
    void whatIsUsedVoidOrExpiredStaysSo() {
        for (CodeState end : new CodeState[] {CodeState.USED, CodeState.VOID, CodeState.EXPIRED}) {
            assertThat(CodeState.values()).noneMatch(end::mayBecome);
        }
    }

    @Test
    @Tag("E34")
    void onlyWhatWasHandedOutOrSoldIsUsed() {
        assertThat(Arrays.stream(CodeState.values()).filter(state -> state.mayBecome(CodeState.USED)))
                .containsExactly(CodeState.ASSIGNED, CodeState.SOLD);
        assertThat(CodeState.values()).noneMatch(state -> state.mayBecome(CodeState.CREATED));
    }
}
