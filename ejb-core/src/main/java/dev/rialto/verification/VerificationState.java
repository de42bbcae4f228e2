package dev.rialto.verification;

import java.util.Locale;

/** How far a file has come. */
public enum VerificationState {
    /** Being filled in. */
    DRAFT,
    /** Waits for the first person of the mall. */
    SUBMITTED,
    /** One person has accepted it, another one must. */
    IN_REVIEW,
    APPROVED,
    /** Sent back with a reason per item. */
    REFUSED,
    /** It was accepted once and its time is over. */
    EXPIRED;

    /** May the seller change it? What lies before the mall stays as it is. */
    public boolean isEditable() {
        return this != SUBMITTED && this != IN_REVIEW;
    }

    /** Does it wait for the mall? */
    public boolean isWaiting() {
        return !isEditable();
    }

    /** As it is stored and as bundles name it. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
