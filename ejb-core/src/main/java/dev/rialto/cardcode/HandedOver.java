package dev.rialto.cardcode;

import dev.rialto.kernel.Violations;
import dev.rialto.recharge.CodeText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads codes that a provider handed over, one a line; every wrong line is named. */
final class HandedOver {
    private static final int MOST = 10_000;

    private HandedOver() {}

    static List<CodeText> read(String lines) {
        Violations wrong = new Violations();
        Map<String, Integer> seen = new HashMap<>();
        List<CodeText> codes = new ArrayList<>();
        String[] each = lines.replace("\uFEFF", "").split("\\R");
        for (int i = 0; i < each.length; i++) {
            if (!each[i].isBlank()) {
                take(each[i], i + 1, seen, codes, wrong);
            }
        }
        wrong.check(!codes.isEmpty() || !wrong.isEmpty(), "file", "empty");
        wrong.check(codes.size() <= MOST, "file", "too_many", MOST);
        wrong.raise(CodeError.INVALID_BATCH);
        return codes;
    }

    private static void take(
            String line, int number, Map<String, Integer> seen, List<CodeText> codes, Violations wrong) {
        Optional<CodeText> code = CodeText.read(line.strip());
        if (code.isEmpty()) {
            wrong.add("line." + number, "no_code", number);
            return;
        }
        Integer before = seen.putIfAbsent(code.get().text(), number);
        if (before != null) {
            wrong.add("line." + number, "line_twice", number, before);
            return;
        }
        codes.add(code.get());
    }
}
