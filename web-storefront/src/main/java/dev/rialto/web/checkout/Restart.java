package dev.rialto.web.checkout;

import dev.rialto.kernel.DomainException;
import dev.rialto.web.port.AccountPort;
import dev.rialto.web.port.CartPort;
import dev.rialto.web.shop.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Goes on with a checkout whose session has ended meanwhile: its form names the goods, a new cart takes them. */
@ApplicationScoped
class Restart {
    private static final Logger LOG = Logger.getLogger(Restart.class.getName());
    private static final String GOODS = "goods.";
    private static final int MOST_LINES = 100;

    @Inject
    private AccountPort accounts;

    @Inject
    private CartPort carts;

    /** Starts a guest's session with the goods the form names; false when some can no longer be bought. */
    boolean withGoodsOf(Visit visit) {
        Map<String, String> goods = visit.fields(GOODS);
        visit.keepsakes().giveToken(accounts.startGuest(visit.visitor()));
        return goods.entrySet().stream()
                .limit(MOST_LINES)
                .map(line -> add(visit, line.getKey(), line.getValue()))
                .reduce(true, Boolean::logicalAnd);
    }

    /** Was a guest's visit begun within this request? */
    boolean isBegun(Visit visit) {
        return visit.session().token() == null && visit.visitor().token() != null;
    }

    private boolean add(Visit visit, String variant, String quantity) {
        try {
            carts.add(visit.visitor(), variant, Integer.parseInt(quantity));
            return true;
        } catch (DomainException | NumberFormatException refused) {
            LOG.log(Level.FINE, "not put into the new cart", refused);
            return false;
        }
    }
}
