package dev.rialto.benchmark;

import java.util.Locale;
import java.util.Map;

/** The figures as people read them. */
final class Table {
    private static final String HEAD = """
            | | per second | p50 ms | p99 ms | CPU ms | statements | of its reference |
            |---|---:|---:|---:|---:|---:|---|
            """;

    private Table() {}

    /**
     * @param figures by workload, in the order they are shown
     * @param references which workload each is compared with
     * @param aims least share of the reference
     */
    static String of(Map<String, Figures> figures, Map<String, String> references, Map<String, Double> aims) {
        StringBuilder table = new StringBuilder(HEAD);
        figures.forEach((name, figure) -> {
            String reference = references.getOrDefault(name, "");
            Figures basis = figures.get(reference);
            String share = basis == null ? "" : share(figure, basis, reference, aims.getOrDefault(name, 0.0));
            table.append(row(name, figure, share));
        });
        return table.toString();
    }

    private static String row(String name, Figures figure, String share) {
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %.1f | %.1f | %.2f | %.1f | %s |%n",
                name,
                figure.perSecond(),
                figure.p50Millis(),
                figure.p99Millis(),
                figure.cpuMillis(),
                figure.statements(),
                share);
    }

    private static String share(Figures figure, Figures reference, String name, double aim) {
        double share = figure.perSecond() / reference.perSecond();
        String word = name.split(" ", 2)[0];
        String verdict = share >= aim ? "met" : "missed";
        return aim == 0
                ? String.format(Locale.ROOT, "%.2f × %s", share, word)
                : String.format(Locale.ROOT, "%.2f × %s, aim %.1f %s", share, word, aim, verdict);
    }
}
