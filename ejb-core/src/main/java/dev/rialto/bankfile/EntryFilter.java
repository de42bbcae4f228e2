package dev.rialto.bankfile;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for.
 *
 * @param fileId only of this file; null for all
 * @param state only this state; null for all
 * @param text part of the payer's name or text; null for all
 * @param cursor from the page before; null for the first
 * @param limit rows a page, 1 to 200
 */
public record EntryFilter(
        @Nullable UUID fileId,
        @Nullable BankEntryState state,
        @Nullable String text,
        @Nullable String cursor,
        int limit) {

    public static EntryFilter ofFile(UUID file) {
        return new EntryFilter(file, null, null, null, 200);
    }
}
