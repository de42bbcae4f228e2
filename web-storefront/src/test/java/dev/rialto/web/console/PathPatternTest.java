package dev.rialto.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PathPatternTest {
    @Test
    void findsTheVariablesOfAPath() {
        assertThat(PathPattern.of("/orders/{order}/parts/{part}").match("/orders/o1/parts/p2"))
                .contains(Map.of("order", "o1", "part", "p2"));
    }

    @Test
    void passesOverAPathThatIsLongerOrDifferent() {
        PathPattern pattern = PathPattern.of("/orders/{order}");
        assertThat(pattern.match("/orders")).isEmpty();
        assertThat(pattern.match("/orders/o1/parts")).isEmpty();
        assertThat(pattern.match("/goods/g1")).isEmpty();
    }

    @Test
    void fitsTheFirstPage() {
        assertThat(PathPattern.of("/").match("/")).contains(Map.of());
    }
}
