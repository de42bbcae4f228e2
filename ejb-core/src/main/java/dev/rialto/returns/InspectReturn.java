package dev.rialto.returns;

import java.util.Map;
import java.util.UUID;

/**
 * What was found when the goods had come.
 *
 * @param findings by line of the order; a line that is not named is rejected
 * @param text the reason, required unless all is accepted and fit to be sold
 * @param version of the return that was read
 */
public record InspectReturn(UUID returnId, Map<UUID, Finding> findings, String text, long version) {

    /**
     * One line.
     *
     * @param accepted pieces taken back
     * @param writtenOff how many of these are not fit to be sold again
     */
    public record Finding(int accepted, int writtenOff) {}

    public InspectReturn {
        findings = Map.copyOf(findings);
        text = text.strip();
    }

    Finding of(UUID line) {
        return findings.getOrDefault(line, new Finding(0, 0));
    }
}
