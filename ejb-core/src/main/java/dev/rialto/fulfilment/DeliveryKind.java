package dev.rialto.fulfilment;

/** What a delivery price depends on. */
public enum DeliveryKind {
    FLAT,
    BY_WEIGHT,
    BY_REGION;

    String stored() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
