package dev.rialto.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void countsRatesAndPercentiles() {
        long[] nanos = LongStream.rangeClosed(1, 100).map(n -> n * 1_000_000).toArray();

        Figures figures = Figures.of(nanos, 10, new Meter.Use(500, 200));

        assertThat(figures.perSecond()).isEqualTo(10);
        assertThat(figures.p50Millis()).isEqualTo(51);
        assertThat(figures.p99Millis()).isEqualTo(100);
        assertThat(figures.cpuMillis()).isEqualTo(5);
        assertThat(figures.statements()).isEqualTo(2);
    }

    @Test
    void takesTheMiddleOfSeveralRuns() {
        Figures median = Figures.median(List.of(run(30), run(10), run(20)));

        assertThat(median.perSecond()).isEqualTo(20);
    }

    @Test
    void callsARateLevelWhenThreeWindowsAgree() {
        assertThat(Load.isLevel(List.of(100.0, 200.0))).isFalse();
        assertThat(Load.isLevel(List.of(100.0, 200.0, 201.0))).isFalse();
        assertThat(Load.isLevel(List.of(100.0, 200.0, 201.0, 199.0))).isTrue();
    }

    @Test
    void showsTheShareOfTheReference() {
        String table = Table.of(Map.of("W1", run(40), "hello", run(100)), Map.of("W1", "hello"), Map.of("W1", 0.5));

        assertThat(table).contains("0.40 × hello, aim 0.5 missed");
    }

    @Test
    void splitsTheSeedIntoStatements() throws IOException {
        assertThat(Seed.statements()).hasSizeGreaterThan(20).allSatisfy(sql -> assertThat(sql)
                .isNotBlank());
    }

    private static Figures run(double perSecond) {
        return new Figures(perSecond, 1, 2, 3, 4);
    }
}
