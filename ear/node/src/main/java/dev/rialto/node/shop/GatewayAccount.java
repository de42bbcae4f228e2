package dev.rialto.node.shop;

import dev.rialto.node.gateway.Ask;
import dev.rialto.node.gateway.Gateway;
import dev.rialto.node.gateway.GatewayProblem;
import dev.rialto.node.gateway.Keyring;
import dev.rialto.web.port.AccountPort;
import dev.rialto.web.port.Joining;
import dev.rialto.web.port.Member;
import dev.rialto.web.port.Portrait;
import dev.rialto.web.port.SavedCard;
import dev.rialto.web.port.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A member's account, which the mall keeps; joining, passwords and erasure are left to the mall's own pages. */
@ApplicationScoped
class GatewayAccount implements AccountPort {
    private static final String ROOT = "/member";

    @Inject
    private Gateway gateway;

    @Inject
    private Keyring keys;

    private record CartToken(String cartToken) {
        @Override
        public String toString() {
            return "CartToken";
        }
    }

    private record Profile(String name, @Nullable String phone, String language) {}

    private record Consent(boolean given) {}

    /** An address as it is sent; its id stands in the path. */
    private record Typed(
            String name,
            String phone,
            String country,
            String postcode,
            String region,
            String city,
            String street,
            String extra,
            boolean preferred) {
        static Typed of(Member.Address address) {
            return new Typed(
                    address.name(),
                    address.phone(),
                    address.country(),
                    address.postcode(),
                    address.region(),
                    address.city(),
                    address.street(),
                    address.extra(),
                    address.preferred());
        }
    }

    @Override
    public String startGuest(Visitor visitor) {
        return gateway.act(Gateway.in(visitor, Ask.of("POST", "/carts")), CartToken.class)
                .cartToken();
    }

    @Override
    public void signOut(Visitor visitor) {
        String session = visitor.token();
        if (session != null) {
            gateway.act(Gateway.of(visitor, Ask.of("DELETE", "/session")));
            keys.forget(session);
        }
    }

    @Override
    public Member member(Visitor visitor) {
        return gateway.read(Gateway.of(visitor, Ask.get(ROOT)), Member.class);
    }

    @Override
    public void changeProfile(Visitor visitor, String name, String phone, String language) {
        act(visitor, "PATCH", "", new Profile(name, phone.isBlank() ? null : phone, language));
    }

    @Override
    public void keepAddress(Visitor visitor, Member.Address address) {
        String id = address.id();
        if (id == null || id.isEmpty()) {
            act(visitor, "POST", "/addresses", Typed.of(address));
        } else {
            act(visitor, "PUT", "/addresses/" + Ask.encoded(id), Typed.of(address));
        }
    }

    @Override
    public void dropAddress(Visitor visitor, String addressId) {
        gateway.act(Gateway.of(visitor, Ask.of("DELETE", ROOT + "/addresses/" + Ask.encoded(addressId))));
    }

    @Override
    public void consent(Visitor visitor, String kind, boolean given) {
        act(visitor, "PUT", "/consents/" + Ask.encoded(kind), new Consent(given));
    }

    @Override
    public void endSession(Visitor visitor, String sessionId) {
        gateway.act(Gateway.of(visitor, Ask.of("DELETE", ROOT + "/sessions/" + Ask.encoded(sessionId))));
    }

    private void act(Visitor visitor, String method, String path, Object body) {
        gateway.act(Gateway.of(visitor, Ask.of(method, ROOT + path, body)));
    }

    @Override
    public String export(Visitor visitor) {
        return gateway.text(Gateway.of(visitor, Ask.get(ROOT + "/export")));
    }

    @Override
    public Portrait portrait(Visitor visitor) {
        return new Portrait("", "", "", "", "");
    }

    @Override
    public Choices choices(Visitor visitor, String country) {
        return new Choices(List.of(), Map.of(), List.of());
    }

    @Override
    public List<SavedCard> savedCards(Visitor visitor) {
        return List.of();
    }

    @Override
    public void dropCard(Visitor visitor, String cardId) {
        throw GatewayProblem.notHere();
    }

    @Override
    public void changePortrait(Visitor visitor, Portrait portrait) {
        throw GatewayProblem.notHere();
    }

    @Override
    public void join(Visitor visitor, Joining joining) {
        throw GatewayProblem.notHere();
    }

    @Override
    public String signIn(Visitor visitor, String email, String password, String address, String device) {
        throw GatewayProblem.notHere();
    }

    @Override
    public String signInWithCode(Visitor visitor, String email, String code, String address, String device) {
        throw GatewayProblem.notHere();
    }

    @Override
    public void remind(Visitor visitor, Reminder reminder, String email, String address) {
        throw GatewayProblem.notHere();
    }

    @Override
    public boolean opensNewPassword(Visitor visitor, String link) {
        return false;
    }

    @Override
    public void setPassword(Visitor visitor, String link, String password) {
        throw GatewayProblem.notHere();
    }

    @Override
    public void changePassword(Visitor visitor, String current, String wanted) {
        throw GatewayProblem.notHere();
    }

    @Override
    public void erase(Visitor visitor, String password) {
        throw GatewayProblem.notHere();
    }
}
