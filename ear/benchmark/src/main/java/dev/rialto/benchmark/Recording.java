package dev.rialto.benchmark;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The transactions of one shopper's purchase, in the order in which they ended.
 *
 * @param mallCalls requests that came to the mall, the gateway's call-back among them
 */
record Recording(List<List<Executed>> transactions, int mallCalls) {
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}|\b[0-9a-f]{64}\b");

    /**
     * Sorts the shopper's work out of everything that was executed: transactions that act as a shopper, and those that
     * name an id or the hash of a key which such a transaction named; an id must not be older than the purchase.
     */
    static Recording of(List<Executed> executed, long sinceMillis, int mallCalls) {
        List<List<Executed>> all = transactions(executed);
        Set<String> ids = all.stream()
                .filter(Recording::isOfShopper)
                .flatMap(transaction -> ids(transaction, sinceMillis).stream())
                .collect(Collectors.toCollection(HashSet::new));
        List<List<Executed>> own = all.stream()
                .filter(transaction -> isOfShopper(transaction)
                        || ids(transaction, sinceMillis).stream().anyMatch(ids::contains))
                .toList();
        return new Recording(own, mallCalls);
    }

    static List<List<Executed>> transactions(List<Executed> executed) {
        Map<String, List<Executed>> open = new LinkedHashMap<>();
        List<List<Executed>> ended = new ArrayList<>();
        for (Executed one : executed) {
            if (one.begins()) {
                open.put(one.session(), new ArrayList<>());
            } else if (one.ends()) {
                Optional.ofNullable(open.remove(one.session()))
                        .filter(some -> !some.isEmpty())
                        .ifPresent(ended::add);
            } else if (open.containsKey(one.session())) {
                open.get(one.session()).add(one);
            }
        }
        return ended;
    }

    private static boolean isOfShopper(List<Executed> transaction) {
        return transaction.get(0).values().contains(Optional.of("rialto_shopper"));
    }

    /** The ids made since; they carry the time in their first twelve digits. */
    private static Set<String> ids(List<Executed> transaction, long sinceMillis) {
        Set<String> ids = new HashSet<>();
        for (Executed one : transaction) {
            for (Optional<String> value : one.values()) {
                for (Matcher id = ID.matcher(value.orElse("")); id.find(); ) {
                    if (isNew(id.group(), sinceMillis)) {
                        ids.add(id.group());
                    }
                }
            }
        }
        return ids;
    }

    private static boolean isNew(String id, long sinceMillis) {
        return id.length() == 64 || Long.parseLong(id.replace("-", "").substring(0, 12), 16) >= sinceMillis;
    }

    /**
     * What this purchase and another did alike, in the values of this one and of the other; what was still known from
     * before was not read by both.
     */
    List<Recording> alike(Recording other) {
        List<List<Executed>> here = transactions;
        List<List<Executed>> there = other.transactions;
        int[][] longest = new int[here.size() + 1][there.size() + 1];
        for (int i = here.size() - 1; i >= 0; i--) {
            for (int j = there.size() - 1; j >= 0; j--) {
                longest[i][j] = shape(here.get(i)).equals(shape(there.get(j)))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        List<List<Executed>> ours = new ArrayList<>();
        List<List<Executed>> theirs = new ArrayList<>();
        for (int i = 0, j = 0; i < here.size() && j < there.size(); ) {
            if (shape(here.get(i)).equals(shape(there.get(j)))) {
                ours.add(here.get(i++));
                theirs.add(there.get(j++));
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        int calls = Math.min(mallCalls, other.mallCalls);
        return List.of(new Recording(ours, calls), new Recording(theirs, calls));
    }

    private static String shape(List<Executed> transaction) {
        return transaction.stream().map(Executed::sql).collect(Collectors.joining(";"));
    }
}
