package dev.rialto.web.port;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recharges of accounts with codes, on the shops of channels. */
public interface RechargePort {

    /** Is this the shop of a channel? */
    boolean isOffered(Visitor visitor);

    /** Sends a verification code to a mail address or phone. */
    void sendProof(Visitor visitor, String contact, String address);

    /** Redeems a code. */
    Recharge redeem(Visitor visitor, Entry entry);

    /** What became of a recharge of this shop. */
    Recharge recharge(Visitor visitor, String id);

    /** Something that costs a browser some seconds, for one that has tried too often. */
    String riddle(Visitor visitor);

    /**
     * What was typed.
     *
     * @param key the same for the same form, however often it is sent
     * @param address from where
     */
    record Entry(
            String key,
            String name,
            String contact,
            String account,
            String proof,
            String code,
            String address,
            @Nullable String solution) {
        @Override
        public String toString() {
            return "entry " + key;
        }
    }

    /**
     * A recharge.
     *
     * @param state calling, unknown, done or failed
     * @param over false while there is something to wait for
     * @param account masked
     */
    record Recharge(
            String id,
            String state,
            boolean over,
            Map<String, String> product,
            String account,
            @Nullable String providerNumber,
            String unit,
            Instant createdAt,
            @Nullable Instant finishedAt) {
        public Recharge {
            product = Map.copyOf(product);
        }
    }
}
