package dev.rialto.web.checkout;

import dev.rialto.kernel.DomainException;
import dev.rialto.web.port.AccountPort;
import dev.rialto.web.port.Buyer;
import dev.rialto.web.port.CheckoutForm;
import dev.rialto.web.port.CheckoutPort;
import dev.rialto.web.port.Member;
import dev.rialto.web.shop.Answer;
import dev.rialto.web.shop.Flow;
import dev.rialto.web.shop.Form;
import dev.rialto.web.shop.Routes;
import dev.rialto.web.shop.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks where it goes; what was typed is kept, errors and all. */
@ApplicationScoped
class CheckoutFlow implements Flow {
    @Inject
    private CheckoutPort checkouts;

    @Inject
    private AccountPort accounts;

    @Inject
    private Restart restart;

    @Override
    public void addresses(Routes routes) {
        routes.get("/checkout", this::form).post("/checkout", this::save);
    }

    private Answer form(Visit visit) {
        if (!visit.isSignedIn() && !visit.site().guestCheckout()) {
            return Answer.goTo("/account/sign-in?next=checkout");
        }
        CheckoutForm checkout;
        try {
            checkout = checkouts.open(visit.visitor());
        } catch (DomainException refused) {
            return elsewhere(visit, refused);
        }
        return page(visit, 200, checkout);
    }

    /** With an empty cart back to it, which says so when that is because the visit has ended; to a shop for members only by way of the sign-in. */
    static Answer elsewhere(Visit visit, DomainException refused) {
        return switch (refused.code().kind()) {
            case UNAUTHENTICATED -> Answer.goTo("/account/sign-in?next=checkout");
            case NOT_FOUND, CONFLICT -> Answer.goTo(visit.session().token() == null ? "/cart?ended" : "/cart");
            case INVALID -> Answer.goTo(isUnpayable(refused) ? "/cart?unpayable" : "/checkout");
            case FORBIDDEN, THROTTLED, UNAVAILABLE -> throw refused;
        };
    }

    private static boolean isUnpayable(DomainException refused) {
        return refused.fields().stream().anyMatch(field -> field.field().equals("total"));
    }

    private Answer save(Visit visit) {
        try {
            if (visit.session().token() == null && !restart.withGoodsOf(visit)) {
                checkouts.save(visit.visitor(), Typed.of(visit));
                return Answer.goTo("/cart?soldout");
            }
            boolean good = checkouts.save(visit.visitor(), Typed.of(visit)).isEmpty();
            return good ? Answer.goTo("/checkout/confirm") : page(visit, 422, checkouts.open(visit.visitor()));
        } catch (DomainException refused) {
            return elsewhere(visit, refused);
        }
    }

    private Answer page(Visit visit, int status, CheckoutForm checkout) {
        @Nullable Member member = visit.isSignedIn() ? accounts.member(visit.visitor()) : null;
        List<Member.Address> addresses = member == null ? List.of() : member.addresses();
        Buyer buyer = member == null || status != 200
                ? checkout.buyer()
                : new Prefill(member, visit.text("address")).of(checkout.buyer());
        // what was wrong with an empty form is not wrong with a filled one
        Form form = Form.of(visit.wording(), values(visit, buyer))
                .refused(buyer.equals(checkout.buyer()) ? checkout.errors() : List.of());
        return new Answer.Show(
                status,
                "checkout",
                new CheckoutPage(checkout, form, countries(visit, checkout), visit.isSignedIn(), addresses));
    }

    private static Map<String, String> countries(Visit visit, CheckoutForm checkout) {
        Map<String, String> names = new LinkedHashMap<>();
        checkout.countries().forEach(code -> names.put(code, visit.formats().country(code)));
        return names;
    }

    private static Map<String, String> values(Visit visit, Buyer buyer) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("email", buyer.email());
        values.put("name", buyer.name());
        values.put("phone", buyer.phone());
        values.put("country", buyer.country().isEmpty() ? visit.site().country() : buyer.country());
        values.put("postcode", buyer.postcode());
        values.put("region", buyer.region());
        values.put("city", buyer.city());
        values.put("street", buyer.street());
        values.put("extra", buyer.extra());
        values.put("note", buyer.note());
        buyer.accounts().forEach((variant, account) -> values.put(Typed.ACCOUNT + variant, account));
        return values;
    }
}
