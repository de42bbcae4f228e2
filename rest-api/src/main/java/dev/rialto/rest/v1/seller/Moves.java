package dev.rialto.rest.v1.seller;

import dev.rialto.rest.v1.Wire;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Movements of stock as they are kept beside a request: variant and units, so that they can be moved back. */
final class Moves {
    private Moves() {}

    static String write(Map<UUID, Long> moves) {
        return moves.entrySet().stream()
                .map(move -> Wire.text(Wire.VARIANT, move.getKey()) + ":" + move.getValue())
                .collect(Collectors.joining(" "));
    }

    static Map<UUID, Long> read(String text) {
        Map<UUID, Long> moves = new LinkedHashMap<>();
        for (String move : text.split(" ", -1)) {
            int colon = move.indexOf(':');
            if (colon > 0) {
                moves.put(Wire.id(Wire.VARIANT, move.substring(0, colon)), Long.valueOf(move.substring(colon + 1)));
            }
        }
        return moves;
    }
}
