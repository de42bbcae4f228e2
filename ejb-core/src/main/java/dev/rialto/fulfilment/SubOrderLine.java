package dev.rialto.fulfilment;

import dev.rialto.kernel.FieldError;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;

/** A line of a sub-order and how much of it has shipped. */
@Entity
@Table(name = "order_line")
class SubOrderLine {
    @Id
    private UUID id;

    @Column(name = "number")
    private int number;

    @Column(name = "title")
    private String title;

    @Column(name = "variant_title")
    private String variantTitle;

    @Column(name = "quantity")
    private int quantity;

    @Column(name = "shipped")
    private int shipped;

    /** For the persistence provider. */
    @SuppressWarnings("NullAway.Init")
    protected SubOrderLine() {}

    void ship(int pieces) {
        if (pieces < 1 || pieces > left()) {
            throw FulfilmentError.SHIPMENT_INVALID.because(
                    List.of(new FieldError("quantities." + id, "out_of_range", List.of("1", String.valueOf(left())))));
        }
        shipped += pieces;
    }

    int left() {
        return quantity - shipped;
    }

    boolean isShipped() {
        return left() == 0;
    }

    UUID id() {
        return id;
    }

    String title() {
        return variantTitle.isEmpty() ? title : title + " (" + variantTitle + ")";
    }
}
