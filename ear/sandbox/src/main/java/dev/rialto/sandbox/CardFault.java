package dev.rialto.sandbox;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Ways in which the card provider misbehaves. An account that begins with the name and a dot brings one about as well. */
enum CardFault {
    /** The account is not recharged. */
    REFUSE,
    /** The account is recharged and the answer dropped. */
    LOSE,
    /** The answer takes its time. */
    DELAY,
    /** 503, and nothing is done. */
    UNAVAILABLE,
    /** The call-back is made twice. */
    TWICE,
    /** A call-back with a wrong signature is made as well. */
    FORGE,
    /** Nobody is called back. */
    SILENT;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Which faults are on, and for how many more times; -1 is always. */
    static final class Switches {
        private static final int ALWAYS = -1;
        private static final int LONGEST_MILLIS = 60_000;

        private final Map<CardFault, Integer> left = new EnumMap<>(CardFault.class);
        private int delayMillis = 2_000;

        /**
         * How the switches stand.
         *
         * @param faults how often each still happens, by its label
         * @param delayMillis how long a delayed answer takes
         */
        record Setting(
                @Nullable Map<String, Integer> faults,
                @Nullable Integer delayMillis) {}

        /** Sets the switches anew: what is not named is off. */
        synchronized void set(Setting setting) {
            Map<CardFault, Integer> next = new EnumMap<>(CardFault.class);
            Map<String, Integer> faults = setting.faults() == null ? Map.of() : setting.faults();
            faults.forEach((label, times) -> next.put(labelled(label), times == null ? 0 : times));
            int delay = setting.delayMillis() == null ? delayMillis : setting.delayMillis();
            if (delay < 0 || delay > LONGEST_MILLIS) {
                throw new Refusal(422, "invalid", "delay_millis", "delay_millis must be from 0 to " + LONGEST_MILLIS);
            }
            left.clear();
            left.putAll(next);
            delayMillis = delay;
        }

        private static CardFault labelled(String label) {
            return Arrays.stream(values())
                    .filter(fault -> fault.label().equals(label))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(422, "unknown_fault", "faults", "there is no fault " + label));
        }

        synchronized Setting now() {
            Map<String, Integer> faults = new TreeMap<>();
            left.forEach((fault, times) -> faults.put(fault.label(), times));
            return new Setting(faults, delayMillis);
        }

        /** Does it happen to this account now? */
        synchronized boolean happens(CardFault fault, String account) {
            int times = left.getOrDefault(fault, 0);
            if (times > 0) {
                left.put(fault, times - 1);
            }
            return times == ALWAYS || times > 0 || account.startsWith(fault.label() + ".");
        }

        synchronized int delayMillis() {
            return delayMillis;
        }
    }
}
