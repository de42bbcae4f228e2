package dev.rialto.web.account;

import dev.rialto.web.port.SellerStanding;
import dev.rialto.web.shop.Form;
import dev.rialto.web.shop.Wording;
import java.util.List;
import java.util.Map;

/** The application of a seller and what became of earlier ones. */
public record SellPage(Form form, List<SellerStanding> standings, Map<String, String> countries, Wording wording) {
    public SellPage {
        standings = List.copyOf(standings);
    }

    public String standing(SellerStanding standing) {
        return wording.say("seller.state." + standing.state());
    }

    /** One who sells already, or waits for the answer, need not apply again. */
    public boolean isOpen() {
        return standings.stream()
                .noneMatch(one -> one.state().equals("applied") || one.state().equals("active"));
    }
}
