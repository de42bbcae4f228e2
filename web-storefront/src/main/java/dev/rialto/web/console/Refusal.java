package dev.rialto.web.console;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.ErrorKind;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A boundary's refusal in the reader's words. */
record Refusal(int status, List<Problem> problems, boolean overtaken, boolean stepUp) {
    /** How the codes of boundaries end when the version is not the one that was read. */
    private static final Pattern OVERTAKEN = Pattern.compile("(?:_changed|changed_meanwhile)$");
    /** How boundaries write an amount: {@code 59000 KRW}. */
    private static final Pattern AMOUNT = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?) ([A-Z]{3})");

    Refusal {
        problems = List.copyOf(problems);
    }

    static Refusal of(DomainException refused, Phrases phrases) {
        String code = refused.code().code();
        List<Problem> problems =
                refused.fields().stream().map(field -> problem(field, phrases)).toList();
        String general = phrases.has("refused." + code) ? phrases.get("refused." + code) : "";
        if (!general.isEmpty() || problems.isEmpty()) {
            problems = with(
                    new Problem("", "", general.isEmpty() ? phrases.say("refused.other", code) : general), problems);
        }
        return new Refusal(
                status(refused.code().kind()),
                problems,
                OVERTAKEN.matcher(code).find(),
                refused.code() == ConsoleError.STEP_UP_NEEDED);
    }

    static int status(ErrorKind kind) {
        return switch (kind) {
            case INVALID -> 422;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case FORBIDDEN -> 403;
            case UNAUTHENTICATED -> 401;
            case THROTTLED -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    private static List<Problem> with(Problem first, List<Problem> rest) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(first), rest.stream())
                .toList();
    }

    private static Problem problem(FieldError error, Phrases phrases) {
        String key = "wrong." + error.code();
        String text = phrases.has(key)
                ? phrases.say(key, readable(error, phrases))
                : phrases.say("wrong.other", error.code());
        return new Problem(error.field(), label(error.field(), phrases), text);
    }

    /** What stands in the message, amounts in the reader's form. */
    private static Object[] readable(FieldError error, Phrases phrases) {
        return error.arguments().stream()
                .map(argument -> AMOUNT.matcher(argument)
                        .replaceAll(amount -> Matcher.quoteReplacement(
                                Money.ofDecimal(new BigDecimal(amount.group(1)), amount.group(2))
                                        .format(phrases.locale()))))
                .toArray();
    }

    /** {@code variants.3.sku} is looked up as it is, then without numbers, then by its last part. */
    private static String label(String field, Phrases phrases) {
        String general = field.replaceAll("\\.[0-9a-f-]+(?=\\.|$)", "");
        String last = general.substring(general.lastIndexOf('.') + 1);
        for (String name : List.of(field, general, last, general.replaceFirst("\\..*", ""))) {
            if (phrases.has("field." + name)) {
                return phrases.get("field." + name);
            }
        }
        return field;
    }
}
