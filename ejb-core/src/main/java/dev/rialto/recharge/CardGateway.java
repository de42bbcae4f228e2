package dev.rialto.recharge;

import dev.rialto.channel.CardProviders;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The port to a provider of cards. Calls take a while and are never made within a transaction. The same recharge under the
 * same id acts once, however often it is asked for. An answer that does not come is reported as unknown, never thrown.
 */
public interface CardGateway {

    /** The name under which providers choose this way of talking. */
    String adapter();

    /** Recharges an account. */
    Answer recharge(CardProviders.Access provider, Order order);

    /** Asks what became of a recharge. */
    Answer ask(CardProviders.Access provider, String requestId);

    /**
     * Reads a call-back and checks that it is the provider's own; empty when it tells of nothing we know.
     *
     * @throws dev.rialto.kernel.DomainException {@link RechargeError#CALL_BACK_REFUSED}
     */
    Optional<News> read(CardProviders.Access provider, CardNews news);

    /**
     * All that the provider says it recharged on a day of UTC.
     *
     * @throws dev.rialto.kernel.DomainException {@link RechargeError#PROVIDER_UNREACHABLE}
     */
    List<Booked> booked(CardProviders.Access provider, LocalDate day);

    /** What is wanted of a provider. */
    record Order(String requestId, String sku, String account) {
        @Override
        public String toString() {
            return requestId;
        }
    }

    /** What a call-back tells. */
    record News(String requestId, Answer answer) {}

    /** A line of a provider's day. */
    record Booked(String requestId, String sku, String providerNumber) {}

    /** What became of a recharge. */
    sealed interface Answer {
        /** The account is recharged. */
        record Done(String providerNumber) implements Answer {}

        /** It will not be, now or ever. */
        record Refused(String reason) implements Answer {}

        /** Nothing was ever asked under this id. */
        record NeverSeen() implements Answer {}

        /** No answer came, or none yet. */
        record Unknown(String why) implements Answer {}
    }
}
