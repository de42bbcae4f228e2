package dev.rialto.returns;

/** How the payment of a difference stands when its buyer comes back. */
public enum ExtraOutcome {
    PAID,
    /** The gateway has not said yet. */
    WAITING,
    /** It was declined or given up; nothing was charged. */
    UNPAID
}
