package dev.rialto.web.account;

import dev.rialto.kernel.DomainException;
import dev.rialto.web.port.AccountPort;
import dev.rialto.web.port.Member;
import dev.rialto.web.shop.Answer;
import dev.rialto.web.shop.Flow;
import dev.rialto.web.shop.Form;
import dev.rialto.web.shop.Routes;
import dev.rialto.web.shop.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The member's address book: a list, and a form for a new or a kept address. */
@ApplicationScoped
class AddressFlow implements Flow {
    @Inject
    private AccountPort accounts;

    @Override
    public void addresses(Routes routes) {
        routes.get("/account/addresses", signedIn(this::list))
                .get("/account/addresses/new", signedIn(this::blank))
                .get("/account/addresses/{address}", signedIn(this::kept))
                .post("/account/addresses", signedIn(this::keep))
                .post("/account/addresses/remove", signedIn(this::remove))
                .post("/account/addresses/prefer", signedIn(this::prefer));
    }

    private static Function<Visit, Answer> signedIn(Function<Visit, Answer> page) {
        return visit -> visit.isSignedIn() ? page.apply(visit) : Answer.goTo("/account/sign-in");
    }

    private Answer list(Visit visit) {
        String key = "address.notice." + visit.text("notice");
        String notice =
                visit.wording().texts().containsKey(key) ? visit.wording().say(key) : null;
        return Answer.show(
                "addresses", new AddressesPage(accounts.member(visit.visitor()).addresses(), notice));
    }

    private Answer blank(Visit visit) {
        Member member = accounts.member(visit.visitor());
        Map<String, String> values =
                Map.of("country", visit.site().country(), "name", member.name(), "phone", member.phone());
        boolean first = member.addresses().isEmpty();
        return form(visit, 200, new AddressPage("", Form.of(visit.wording(), values), Countries.names(visit), first));
    }

    private static Answer form(Visit visit, int status, AddressPage page) {
        return new Answer.Show(status, "address", page);
    }

    private Answer kept(Visit visit) {
        return find(visit, visit.part("address"))
                .map(address -> form(
                        visit,
                        200,
                        new AddressPage(
                                visit.part("address"),
                                Form.of(visit.wording(), values(address)),
                                Countries.names(visit),
                                address.preferred())))
                .orElse(Answer.missing());
    }

    private Optional<Member.Address> find(Visit visit, String id) {
        return accounts.member(visit.visitor()).addresses().stream()
                .filter(address -> id.equals(address.id()))
                .findFirst();
    }

    private static Map<String, String> values(Member.Address address) {
        Map<String, String> values = new HashMap<>();
        values.put("name", address.name());
        values.put("phone", address.phone());
        values.put("country", address.country());
        values.put("postcode", address.postcode());
        values.put("region", address.region());
        values.put("city", address.city());
        values.put("street", address.street());
        values.put("extra", address.extra());
        return values;
    }

    private Answer keep(Visit visit) {
        try {
            accounts.keepAddress(visit.visitor(), Typed.address(visit));
        } catch (DomainException refused) {
            Form form = Form.typed(visit, Typed.ADDRESS).refused(refused);
            return form(
                    visit,
                    422,
                    new AddressPage(visit.text("address"), form, Countries.names(visit), visit.isTicked("preferred")));
        }
        return Answer.goTo("/account/addresses?notice=saved");
    }

    private Answer remove(Visit visit) {
        accounts.dropAddress(visit.visitor(), visit.text("address"));
        return Answer.goTo("/account/addresses?notice=removed");
    }

    private Answer prefer(Visit visit) {
        Member.Address address = find(visit, visit.text("address")).orElse(null);
        if (address == null) {
            return Answer.missing();
        }
        accounts.keepAddress(visit.visitor(), address.first());
        return Answer.goTo("/account/addresses?notice=saved");
    }
}
