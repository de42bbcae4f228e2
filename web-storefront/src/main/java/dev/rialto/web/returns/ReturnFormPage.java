package dev.rialto.web.returns;

import dev.rialto.kernel.Money;
import dev.rialto.web.port.ReturnOffer;
import dev.rialto.web.shop.Form;
import dev.rialto.web.shop.Frame;
import dev.rialto.web.shop.Wording;
import java.util.List;
import java.util.Map;

/**
 * The form that asks for a return, one for each seller.
 *
 * @param key the key the order was opened with; empty for none
 * @param form what was typed, and what is wrong with it
 * @param sent the part whose form was sent; empty at first
 */
public record ReturnFormPage(
        String number, String key, List<ReturnOffer> offers, Form form, String sent, Wording wording) {
    public ReturnFormPage {
        offers = offers.stream().filter(ReturnOffer::isOpen).toList();
    }

    /** The form of one seller: only the one that was sent carries what was typed. */
    public Form form(ReturnOffer offer) {
        return isSent(offer)
                ? form
                : Form.of(wording, Map.of("ground", offer.mayWithdraw() ? "withdrawal" : "fault", "wish", "refund"));
    }

    private boolean isSent(ReturnOffer offer) {
        return offer.part().equals(sent);
    }

    /** Pieces of a line: as typed, else all when there is nothing to choose. */
    public String quantity(ReturnOffer offer, ReturnOffer.Line line) {
        if (isSent(offer)) {
            return form.value("quantity." + line.id());
        }
        return offer.lines().size() == 1 && line.most() == 1 ? "1" : "0";
    }

    public boolean isChosen(ReturnOffer offer, String name, String value) {
        return form(offer).value(name).equals(value);
    }

    /** A replacement by name, with what it costs more or less. */
    public String named(ReturnOffer.Choice choice, Frame shop) {
        Money less = choice.difference();
        if (less.isZero()) {
            return choice.title();
        }
        String amount = shop.money(less.isNegative() ? less.negated() : less);
        return choice.title() + " (" + (less.isNegative() ? "+" : "−") + amount + ")";
    }

    public boolean isReplacement(ReturnOffer offer, ReturnOffer.Line line, ReturnOffer.Choice choice) {
        return isSent(offer) && form.value("replacement." + line.id()).equals(choice.variantId());
    }
}
