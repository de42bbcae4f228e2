package dev.rialto.recharge;

/** The port to a service that sends short messages to phones. Never called within a transaction. */
interface PhoneGateway {

    /** Can messages be sent at all? */
    boolean isSet();

    /**
     * Hands a message over.
     *
     * @param number beginning with {@code +}
     * @throws dev.rialto.kernel.DomainException {@link RechargeError#CONTACT_NOT_REACHED} when it was not taken
     */
    void send(String number, String text);
}
