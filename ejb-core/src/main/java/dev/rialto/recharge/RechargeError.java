package dev.rialto.recharge;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals about codes and recharges. */
public enum RechargeError implements ErrorCode {
    /** Fields of a recharge are missing or ill-formed; nothing was asked for (E3). */
    INVALID_RECHARGE(ErrorKind.INVALID),
    /** The verification code is wrong, used or too old (E32). */
    PROOF_REFUSED(ErrorKind.INVALID),
    /** The recharge code cannot be used here; strangers hear no more (E21). */
    CODE_REFUSED(ErrorKind.INVALID),
    /** The account does not look like one of the provider's (E21). */
    ACCOUNT_REFUSED(ErrorKind.INVALID),
    /** There is no card behind the code any more (E25). */
    NO_CARD(ErrorKind.CONFLICT),
    /** The provider is off. */
    PROVIDER_OFF(ErrorKind.UNAVAILABLE),
    /** Too many tries; the field {@code challenge} is needed, or ten minutes' patience (E23). */
    TOO_MANY_TRIES(ErrorKind.THROTTLED),
    /** Too many verification codes were asked for. */
    TOO_MANY_PROOFS(ErrorKind.THROTTLED),
    /** Verification codes cannot be sent there. */
    CONTACT_NOT_REACHED(ErrorKind.UNAVAILABLE),
    /** No such request, or none of the caller's own. */
    RECHARGE_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** The call-back is not the provider's own (E37). */
    CALL_BACK_REFUSED(ErrorKind.UNAUTHENTICATED),
    /** The provider does not answer, or not as it should. */
    PROVIDER_UNREACHABLE(ErrorKind.UNAVAILABLE);

    private final ErrorKind kind;

    RechargeError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
