package dev.rialto.exchange;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that was exported and can be had again.
 *
 * @param permission what one needs to have it
 * @param bytes its size
 */
public record KeptExport(UUID id, String fileName, String mediaType, String permission, long bytes, Instant madeAt) {

    /** The same with what is in it. */
    public record Content(String fileName, String mediaType, byte[] bytes) {
        public Content {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }
    }
}
