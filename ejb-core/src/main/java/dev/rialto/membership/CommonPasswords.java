package dev.rialto.membership;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The passwords that are tried first: words everybody thinks of, with digits and signs around them and letters written
 * as digits; runs over the keyboard; repetitions; dates.
 */
final class CommonPasswords {
    private static final List<String> RUNS = List.of(
            "abcdefghijklmnopqrstuvwxyz",
            "01234567890123456789",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "qwertyuiopasdfghjklzxcvbnm",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
            "1q2w3e4r5t6y7u8i9o0p",
            "q1w2e3r4t5y6u7i8o9p0",
            "qazwsxedcrfvtgbyhnujmikolp",
            "qweasdzxc",
            "azertyuiopqsdfghjklmwxcvbn",
            "147258369",
            "159357");
    private static final int LONGEST_PERIOD = 4;
    private static final Set<String> WORDS = words();

    private CommonPasswords() {}

    /** Is this among them? */
    static boolean contains(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        String core = core(lower);
        return isKnown(lower)
                || isKnown(core)
                || isRepetition(lower)
                || isMadeOfRuns(lower)
                || isMadeOfRuns(core)
                || isDate(lower);
    }

    private static boolean isKnown(String text) {
        return text.isEmpty() || WORDS.contains(text) || WORDS.contains(unmasked(text)) || isTwoWords(unmasked(text));
    }

    private static boolean isTwoWords(String text) {
        for (int i = 3; i <= text.length() - 3; i++) {
            if (WORDS.contains(text.substring(0, i)) && WORDS.contains(text.substring(i))) {
                return true;
            }
        }
        return false;
    }

    /** The word within digits and signs: {@code !password123} is password. */
    static String core(String lower) {
        return lower.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    }

    /** Letters again where digits and signs stand for them: {@code p@ssw0rd}. */
    private static String unmasked(String text) {
        String letters = "oleastbgg";
        String masks = "013457896";
        StringBuilder plain = new StringBuilder();
        for (char c : text.toCharArray()) {
            int at = masks.indexOf(c);
            plain.append(
                    switch (c) {
                        case '@' -> 'a';
                        case '$' -> 's';
                        case '!' -> 'i';
                        default -> at < 0 ? c : letters.charAt(at);
                    });
        }
        return plain.toString();
    }

    private static boolean isRepetition(String text) {
        for (int period = 1; period <= LONGEST_PERIOD; period++) {
            String once = text.substring(0, Math.min(period, text.length()));
            if (once.repeat(text.length() / period + 1).startsWith(text)) {
                return true;
            }
        }
        return false;
    }

    /** True when the whole text is a few runs of three or more neighbours, forwards or backwards. */
    private static boolean isMadeOfRuns(String text) {
        int at = 0;
        int runs = 0;
        while (at < text.length()) {
            int length = longestRun(text.substring(at));
            if (length < 3) {
                return false;
            }
            at += length;
            runs++;
        }
        return runs > 0 && runs <= Math.max(2, text.length() / 4);
    }

    private static int longestRun(String text) {
        int longest = 0;
        for (String run : RUNS) {
            String back = new StringBuilder(run).reverse().toString();
            longest = Math.max(longest, Math.max(startIn(run, text), startIn(back, text)));
        }
        return longest;
    }

    private static int startIn(String run, String text) {
        int length = text.length();
        while (length > 2 && !run.contains(text.substring(0, length))) {
            length--;
        }
        return length > 2 ? length : 0;
    }

    private static boolean isDate(String text) {
        String digits = text.replaceAll("[-./ ]", "");
        return digits.matches("(19|20)\\d\\d(0[1-9]|1[0-2])([0-2]\\d|3[01])")
                || digits.matches("([0-2]\\d|3[01])(0[1-9]|1[0-2])(19|20)\\d\\d")
                || digits.matches("(0[1-9]|1[0-2])([0-2]\\d|3[01])(19|20)\\d\\d");
    }

    private static Set<String> words() {
        InputStream list = CommonPasswords.class.getResourceAsStream("common-passwords.txt");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(list, "the list is in the build"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .flatMap(line -> java.util.Arrays.stream(line.split(" ")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the list of common passwords", e);
        }
    }
}
