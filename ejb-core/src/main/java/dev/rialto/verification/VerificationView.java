package dev.rialto.verification;

import dev.rialto.kernel.FieldError;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The file of a seller.
 *
 * @param sells true while goods of the seller can be bought
 * @param refusals the reason per item of the last refusal
 * @param problems what keeps the file from being submitted
 * @param firstBy account of the first of the two who accept it
 * @param validUntil the last day of the accepted file; null before the first acceptance
 * @param version for changes; 0 before anything was filled in
 */
public record VerificationView(
        UUID seller,
        String sellerName,
        boolean sells,
        VerificationState state,
        VerificationDetails details,
        List<StoredDocument> documents,
        Map<VerificationItem, String> refusals,
        List<FieldError> problems,
        @Nullable Instant submittedAt,
        @Nullable UUID firstBy,
        @Nullable LocalDate validUntil,
        long version) {

    /** A document by its name; its content is asked for alone. */
    public record StoredDocument(
            UUID id, String kind, String fileName, String mediaType, int sizeBytes, Instant addedAt) {}

    /** How far one item is. */
    public enum StepState {
        OPEN,
        READY,
        WAITING,
        ACCEPTED,
        REFUSED
    }

    /** One line of the checklist. */
    public record Step(
            VerificationItem item,
            StepState state,
            @Nullable String reason) {}

    public VerificationView {
        documents = List.copyOf(documents);
        refusals = Map.copyOf(refusals);
        problems = List.copyOf(problems);
    }

    /** The checklist: every item with its state and the reason of its refusal. */
    public List<Step> steps() {
        return java.util.Arrays.stream(VerificationItem.values())
                .map(item -> new Step(item, stepOf(item), refusals.get(item)))
                .toList();
    }

    private StepState stepOf(VerificationItem item) {
        if (state == VerificationState.APPROVED) {
            return StepState.ACCEPTED;
        }
        if (state.isWaiting()) {
            return StepState.WAITING;
        }
        if (state == VerificationState.REFUSED && refusals.containsKey(item)) {
            return StepState.REFUSED;
        }
        boolean isOpen = problems.stream().map(FieldError::field).anyMatch(item::has);
        return isOpen ? StepState.OPEN : StepState.READY;
    }

    /** Could it be submitted as it is? */
    public boolean isComplete() {
        return problems.isEmpty() && state.isEditable() && state != VerificationState.APPROVED && version > 0;
    }

    /** Has this person accepted it first, so that another one must be the second? */
    public boolean needsAnother(@Nullable UUID account) {
        return state == VerificationState.IN_REVIEW && Objects.equals(firstBy, account);
    }
}
