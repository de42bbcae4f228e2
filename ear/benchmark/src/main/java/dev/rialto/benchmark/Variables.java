package dev.rialto.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What differs from order to order, found by comparing two purchases of the same goods. */
final class Variables {
    private static final int LEAST_NAME = 8;
    private static final String TIME_FORM =
            "\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d(?::?\\d\\d)?)";
    private static final Pattern TIMESTAMP = Pattern.compile(TIME_FORM);
    private static final Pattern TOKEN =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}" + "|" + TIME_FORM + "|[A-Za-z0-9_]+");
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd['T'][' ']HH:mm:ss")
            .appendFraction(java.time.temporal.ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendOffset("+HH:mm", "Z")
            .toFormatter(java.util.Locale.ROOT);
    private static final DateTimeFormatter TIME_SHORT = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd['T'][' ']HH:mm:ss")
            .appendFraction(java.time.temporal.ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendOffset("+HH", "Z")
            .toFormatter(java.util.Locale.ROOT);
    private static final Pattern NUMBER = Pattern.compile("R\\d+");

    private final Set<String> tokens = new HashSet<>();
    private final Instant recorded;

    /** @param recorded when the first of the two was made */
    Variables(Instant recorded) {
        this.recorded = recorded;
    }

    /** Notes what differs between two values at the same place. */
    void compare(String one, String other) {
        List<String> here = tokens(one);
        List<String> there = tokens(other);
        if (here.size() != there.size()) {
            if (one.length() >= LEAST_NAME) {
                tokens.add(one);
            }
            return;
        }
        for (int i = 0; i < here.size(); i++) {
            if (!here.get(i).equals(there.get(i)) && isName(here.get(i))) {
                tokens.add(here.get(i));
            }
        }
    }

    /** Numbers are amounts and counts, and short words tell which of two racing calls was first. */
    private static boolean isName(String token) {
        return NUMBER.matcher(token).matches() || (token.length() >= LEAST_NAME && !token.matches("\\d+"));
    }

    private static List<String> tokens(String value) {
        List<String> all = new ArrayList<>();
        for (Matcher token = TOKEN.matcher(value); token.find(); ) {
            all.add(token.group());
        }
        return all;
    }

    /** New names for one order. */
    Names fresh() {
        return new Names();
    }

    /** The names of one order. */
    final class Names {
        private final Map<String, String> given = new HashMap<>();
        private final Duration later = Duration.between(recorded, Instant.now());

        /** The value of the recording with this order's names. */
        String in(String value) {
            if (tokens.contains(value)) {
                return given.computeIfAbsent(value, this::name);
            }
            return TOKEN.matcher(value)
                    .replaceAll(token -> Matcher.quoteReplacement(
                            tokens.contains(token.group())
                                    ? given.computeIfAbsent(token.group(), this::name)
                                    : token.group()));
        }

        /** The order's number is the database's to give. */
        void numbered(String number) {
            tokens.stream().filter(token -> NUMBER.matcher(token).matches()).forEach(token -> given.put(token, number));
        }

        private String name(String token) {
            if (token.length() == 36 && token.charAt(8) == '-') {
                return id();
            }
            return TIMESTAMP.matcher(token).matches() ? time(token) : text(token);
        }

        private String time(String token) {
            DateTimeFormatter form = token.matches(".*[+-]\\d\\d") ? TIME_SHORT : TIME;
            return OffsetDateTime.parse(token, form).plus(later).toString();
        }

        private static String id() {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            long high = System.currentTimeMillis() << 16 | 0x7000 | random.nextInt(0x1000);
            return new java.util.UUID(high, random.nextLong() >>> 2 | Long.MIN_VALUE).toString();
        }

        /** As long, of the same kinds of letters. */
        private static String text(String token) {
            if (token.matches("x[0-9a-f]+")) {
                // bytes are written with an x before them
                return "x" + text(token.substring(1));
            }
            boolean isHex = token.matches("[0-9a-f]+");
            StringBuilder text = new StringBuilder(token.length());
            token.chars().forEach(letter -> text.append(letter(letter, isHex)));
            return text.toString();
        }

        private static char letter(int letter, boolean isHex) {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            if (isHex) {
                return Character.forDigit(random.nextInt(16), 16);
            }
            if (Character.isDigit(letter)) {
                return (char) ('0' + random.nextInt(10));
            }
            if (!Character.isLetter(letter) || letter > 'z') {
                return (char) letter;
            }
            return (char) ((Character.isUpperCase(letter) ? 'A' : 'a') + random.nextInt(26));
        }
    }
}
