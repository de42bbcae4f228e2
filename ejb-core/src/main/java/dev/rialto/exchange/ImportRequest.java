package dev.rialto.exchange;

import dev.rialto.goods.GoodsUpsert;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product file to be taken in.
 *
 * @param tenantId whose goods; a seller's own staff may leave it out
 * @param upload as {@link GoodsImports#keep} named it
 * @param fileName as the person knows it, to be shown
 * @param categoryId category of the second level for goods whose type is no category's name
 * @param currency of the prices in the file
 * @param language of the texts in the file
 * @param encoding of the file when it is not UTF-8 or UTF-16 with a mark: {@code EUC-KR}, {@code Shift_JIS}, {@code GBK}
 */
public record ImportRequest(
        @Nullable UUID tenantId,
        UUID upload,
        String fileName,
        UUID categoryId,
        String currency,
        String language,
        @Nullable String encoding,
        Mode mode,
        GoodsUpsert.Pieces pieces) {

    /** Whether anything is written. */
    public enum Mode {
        IMPORT,
        /** Tells what an import would do. */
        DRY_RUN
    }
}
