package dev.rialto.goods;

import dev.rialto.kernel.FieldError;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods as another system knows them: written once under the seller's handle and brought up to date afterwards.
 *
 * @param tenantId whose goods; a seller's own staff may leave it out
 * @param handle the other system's name for them, up to 200 letters
 * @param pictures all pictures in order; null leaves them as they are
 * @param others what becomes of known variants that are not among these
 * @param state DRAFT, ON_SALE or WITHDRAWN
 */
public record GoodsUpsert(
        @Nullable UUID tenantId,
        String handle,
        GoodsDetails details,
        List<VariantSpec> variants,
        @Nullable List<PictureSpec> pictures,
        GoodsState state,
        Pieces pieces,
        Others others) {

    /** What becomes of variants that are not named. */
    public enum Others {
        /** They leave the sale: what is named is all there is. */
        REMOVED,
        /** They stay as they are: not all could be read. */
        KEPT
    }

    /** What the number of pieces means for a variant that is there already. */
    public enum Pieces {
        /** Nothing: what was sold since stays sold. */
        FIRST_ONLY,
        /** It was counted; never below what checkouts hold. */
        COUNTED
    }

    /** What became of it. */
    public enum Result {
        CREATED,
        UPDATED,
        /** They are so already; nothing was written. */
        UNCHANGED,
        REFUSED
    }

    /**
     * What became of one upsert.
     *
     * @param id of the goods; null when refused
     * @param errors why it was refused, fields as in the upsert: {@code variants.1.sku}
     */
    public record Outcome(String handle, @Nullable UUID id, Result result, List<FieldError> errors) {
        public Outcome {
            errors = List.copyOf(errors);
        }
    }

    /** Goods whose variants are all named. */
    public GoodsUpsert(
            @Nullable UUID tenantId,
            String handle,
            GoodsDetails details,
            List<VariantSpec> variants,
            @Nullable List<PictureSpec> pictures,
            GoodsState state,
            Pieces pieces) {
        this(tenantId, handle, details, variants, pictures, state, pieces, Others.REMOVED);
    }

    public GoodsUpsert {
        variants = List.copyOf(variants);
        pictures = pictures == null ? null : List.copyOf(pictures);
    }
}
