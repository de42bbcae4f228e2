package dev.rialto.web.console.member;

import dev.rialto.web.console.Option;
import java.util.List;
import java.util.Map;

/**
 * All members, divided by one thing they may say about themselves.
 *
 * @param name gender, age, region or occupation, as it stands in the address
 */
public record Division(String name, List<Share> shares, long all) {
    public Division {
        shares = List.copyOf(shares);
    }

    /** One value with its members, and how much of the whole they are, from 0 to 100. */
    public record Share(String value, String label, long members, int percent) {}

    static Division of(String name, List<Option> values, Map<String, Long> counts, long all) {
        return new Division(
                name,
                values.stream()
                        .map(value -> share(value, counts.getOrDefault(value.value(), 0L), all))
                        .filter(share -> share.members() > 0)
                        .toList(),
                all);
    }

    private static Share share(Option value, long members, long all) {
        return new Share(value.value(), value.label(), members, all == 0 ? 0 : (int) Math.round(100.0 * members / all));
    }

    /** What the shares add up to; all of them, "not given" included. */
    public long sum() {
        return shares.stream().mapToLong(Share::members).sum();
    }
}
