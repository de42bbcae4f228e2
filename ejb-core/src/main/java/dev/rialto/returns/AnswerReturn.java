package dev.rialto.returns;

import java.util.UUID;

/**
 * What staff say to a return.
 *
 * @param text instructions, or the reason of a refusal; goes into the buyer's mail
 * @param version of the return that was read
 */
public record AnswerReturn(UUID returnId, String text, long version) {
    public AnswerReturn {
        text = text.strip();
    }
}
