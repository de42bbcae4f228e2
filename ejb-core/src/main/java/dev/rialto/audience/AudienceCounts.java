package dev.rialto.audience;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many members there are, by what they say about themselves; each division has {@link AudienceFilter#NOT_GIVEN} and adds
 * up to all.
 */
public record AudienceCounts(
        long all,
        Map<String, Long> byGender,
        Map<String, Long> byRegion,
        Map<String, Long> byAge,
        Map<String, Long> byOccupation) {
    public AudienceCounts {
        byGender = Map.copyOf(byGender);
        byRegion = Map.copyOf(byRegion);
        byAge = Map.copyOf(byAge);
        byOccupation = Map.copyOf(byOccupation);
    }

    static Map<String, Long> division() {
        return new LinkedHashMap<>();
    }
}
