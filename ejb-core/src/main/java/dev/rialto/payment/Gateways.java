package dev.rialto.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;

/** The gateways this installation can speak to. */
@ApplicationScoped
class Gateways {
    private final List<PaymentGateway> all;
    private final String preferred;

    @Inject
    Gateways(@Any Instance<PaymentGateway> all, PaymentSettings settings) {
        this.all = all.stream().toList();
        this.preferred = settings.gateway();
    }

    /** For the proxy of the container. */
    protected Gateways() {
        this.all = List.of();
        this.preferred = "";
    }

    /** The name of the gateway of new payments. */
    String preferred() {
        return preferred;
    }

    /** The gateway that a payment was begun with. */
    PaymentGateway named(String name) {
        return all.stream()
                .filter(gateway -> gateway.name().equals(name))
                .findFirst()
                .orElseThrow(() -> PaymentError.UNKNOWN_GATEWAY.because("gateway", name));
    }
}
