package dev.rialto.sandbox;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which faults are on, and for how many more times. */
final class Switches {
    private static final int LONGEST_MILLIS = 60_000;
    private static final int ALWAYS = -1;

    private final Map<Fault, Integer> left = new EnumMap<>(Fault.class);
    private int delayMillis = 2_000;
    private int lateMillis = 2_000;

    /**
     * How the switches stand.
     *
     * @param faults how often each fault still happens, by its label; -1 is always
     * @param delayMillis how long a delayed answer takes
     * @param lateMillis how long a late approval takes
     */
    record Setting(
            @Nullable Map<String, Integer> faults,
            @Nullable Integer delayMillis,
            @Nullable Integer lateMillis) {}

    /** Sets the switches anew: what is not named is off; a wait that is not named stays. */
    synchronized void set(Setting setting) {
        Map<Fault, Integer> next = new EnumMap<>(Fault.class);
        Map<String, Integer> faults = setting.faults() == null ? Map.of() : setting.faults();
        faults.forEach((label, times) -> next.put(fault(label), times(label, times)));
        int delay = millis("delay_millis", setting.delayMillis(), delayMillis);
        int late = millis("late_millis", setting.lateMillis(), lateMillis);
        left.clear();
        left.putAll(next);
        delayMillis = delay;
        lateMillis = late;
    }

    private static Fault fault(String label) {
        return Fault.labelled(label)
                .orElseThrow(() -> new Refusal(422, "unknown_fault", "faults", "there is no fault " + label));
    }

    private static int times(String label, @Nullable Integer times) {
        if (times == null || times < ALWAYS || times > 1_000_000) {
            throw new Refusal(422, "invalid", "faults", label + " must be -1 (always) or from 0 to 1,000,000");
        }
        return times;
    }

    private static int millis(String field, @Nullable Integer wanted, int now) {
        if (wanted == null) {
            return now;
        }
        if (wanted < 0 || wanted > LONGEST_MILLIS) {
            throw new Refusal(422, "invalid", field, field + " must be from 0 to " + LONGEST_MILLIS);
        }
        return wanted;
    }

    /** How the switches stand now. */
    synchronized Setting now() {
        Map<String, Integer> faults = new TreeMap<>();
        left.forEach((fault, times) -> faults.put(fault.label(), times));
        return new Setting(faults, delayMillis, lateMillis);
    }

    /** Does the fault happen now? Counts it when it was switched on for a number of times. */
    synchronized boolean happens(Fault fault, long amount) {
        if (fault.amount() == amount) {
            return true;
        }
        int times = left.getOrDefault(fault, 0);
        if (times > 0) {
            left.put(fault, times - 1);
        }
        return times != 0;
    }

    synchronized int delayMillis() {
        return delayMillis;
    }

    synchronized int lateMillis() {
        return lateMillis;
    }
}
