package dev.rialto.checkout;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the transaction of the pay button came to: a payment to start, or the result at once. */
public record Begun(@Nullable UUID paymentId, @Nullable PayResult result) {
    static Begun payment(UUID payment) {
        return new Begun(payment, null);
    }

    static Begun result(PayResult result) {
        return new Begun(null, result);
    }
}
