package dev.rialto.recharge;

import dev.rialto.channel.CardProviders;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.MasterKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Calls to providers between two short transactions each; never within one. */
@ApplicationScoped
public class CardCalls {
    private final List<CardGateway> gateways;
    private final CardProviders providers;
    private final RechargeOutcomes outcomes;
    private final MasterKey master;

    @Inject
    CardCalls(
            @Any Instance<CardGateway> gateways, CardProviders providers, RechargeOutcomes outcomes, MasterKey master) {
        this.gateways = gateways.stream().toList();
        this.providers = providers;
        this.outcomes = outcomes;
        this.master = master;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected CardCalls() {
        this.gateways = List.of();
        this.providers = null;
        this.outcomes = null;
        this.master = null;
    }

    List<String> adapters() {
        return gateways.stream().map(CardGateway::adapter).sorted().toList();
    }

    private CardGateway gateway(CardProviders.Access access) {
        return gateways.stream()
                .filter(one -> one.adapter().equals(access.provider().adapter()))
                .findFirst()
                .orElseThrow(() -> RechargeError.PROVIDER_UNREACHABLE.because(
                        "adapter", access.provider().adapter()));
    }

    /** Asks for a recharge whose code is held, and writes down what is heard. */
    CardGateway.Answer recharge(Caller worker, UUID request, Facts.Code code, String account) {
        CardProviders.Access access = code.provider().open(master);
        CardGateway.Order order = new CardGateway.Order(request.toString(), code.sku(), account);
        CardGateway.Answer answer = gateway(access).recharge(access, order);
        settle(worker, request, 0, answer);
        return answer;
    }

    private void settle(Caller worker, UUID request, int askedAgain, CardGateway.Answer answer) {
        if (answer instanceof CardGateway.Answer.Done done) {
            outcomes.done(worker, request, done.providerNumber());
        } else if (answer instanceof CardGateway.Answer.Refused refused) {
            outcomes.failed(worker, request, refused.reason());
        } else {
            String why = answer instanceof CardGateway.Answer.Unknown unknown ? unknown.why() : "never seen";
            outcomes.unknown(worker, request, askedAgain, why);
        }
    }

    /** Asks what became of recharges without an answer; one that never arrived is asked for again under its id. */
    int settleUnknown(Caller worker, int limit) {
        List<RechargeOutcomes.Open> open = outcomes.claim(worker, limit);
        for (RechargeOutcomes.Open one : open) {
            CardProviders.Access access = providers.access(worker, one.providerId());
            CardGateway gateway = gateway(access);
            CardGateway.Answer answer = gateway.ask(access, one.id().toString());
            if (answer instanceof CardGateway.Answer.NeverSeen) {
                String account = Account.Person.open(master, one.sealed()).account();
                answer = gateway.recharge(access, new CardGateway.Order(one.id().toString(), one.sku(), account));
            }
            settle(worker, one.id(), one.askedAgain(), answer);
        }
        return open.size();
    }

    /** Takes a call-back; what is known already changes nothing. */
    void hear(Caller worker, String provider, CardNews news) {
        CardProviders.Access access;
        try {
            access = providers.named(worker, provider);
        } catch (DomainException unknown) {
            throw RechargeError.CALL_BACK_REFUSED.now();
        }
        gateway(access).read(access, news).ifPresent(told -> {
            UUID request = idOf(told.requestId());
            if (!(told.answer() instanceof CardGateway.Answer.Unknown)) {
                settle(worker, request, 0, told.answer());
            }
        });
    }

    private static UUID idOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw RechargeError.RECHARGE_NOT_FOUND.now();
        }
    }

    /**
     * All that a provider says it recharged on a day of UTC.
     *
     * @throws DomainException {@link RechargeError#PROVIDER_UNREACHABLE}
     */
    public List<CardGateway.Booked> booked(CardProviders.Access access, LocalDate day) {
        return gateway(access).booked(access, day);
    }
}
