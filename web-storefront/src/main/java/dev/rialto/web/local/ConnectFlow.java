package dev.rialto.web.local;

import dev.rialto.credential.SignInCodes;
import dev.rialto.kernel.Caller;
import dev.rialto.platform.Json;
import dev.rialto.web.port.Visitor;
import dev.rialto.web.shop.Answer;
import dev.rialto.web.shop.Flow;
import dev.rialto.web.shop.Routes;
import dev.rialto.web.shop.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * Signing in at the mall's branded page for a storefront on its seller's own server: that gets a code, never a password
 * (RFC 6749 section 4.1 with PKCE). Only addresses registered for the storefront's credential are sent back to.
 */
@ApplicationScoped
class ConnectFlow implements Flow {
    private static final int LONGEST_STATE = 500;

    @Inject
    private SignInCodes codes;

    /** What the storefront asked for; it travels through the sign-in form. */
    record Wish(String clientId, String redirectUri, String state, String challenge) {
        SignInCodes.Asked at(UUID site) {
            return new SignInCodes.Asked(clientId, site, redirectUri, challenge);
        }

        String packed() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Json.write(this).getBytes(StandardCharsets.UTF_8));
        }

        static Optional<Wish> unpacked(String text) {
            try {
                String json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                Wish wish = Json.read(json, Wish.class);
                return wish.isWhole() ? Optional.of(wish) : Optional.empty();
            } catch (IllegalArgumentException noWish) {
                return Optional.empty();
            }
        }

        /** Read from a text that anybody can write, any part may be missing. */
        private boolean isWhole() {
            return java.util.stream.Stream.of(clientId, redirectUri, state, challenge)
                            .allMatch(java.util.Objects::nonNull)
                    && state.length() <= LONGEST_STATE;
        }

        String back(String name, String value) {
            return redirectUri + "?" + name + "=" + encoded(value) + "&state=" + encoded(state);
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    /** What the page shows: where it goes on. */
    public record ConnectPage(String address) {}

    @Override
    public void addresses(Routes routes) {
        routes.get("/connect", this::begin).get("/connect/{wish}", this::goOn);
    }

    private Answer begin(Visit visit) {
        Wish wish = new Wish(
                visit.text("client_id"), visit.text("redirect_uri"), visit.text("state"), visit.text("code_challenge"));
        boolean fits = wish.state().length() <= LONGEST_STATE
                && visit.text("code_challenge_method").equals("S256")
                && codes.isRegistered(worker(visit), wish.at(Wire.site(visit.visitor())));
        if (!fits) {
            return new Answer.Show(400, "connect-refused", new ConnectPage("/"));
        }
        if (visit.isSignedIn()) {
            return new Answer.Away(wish.back("code", code(visit, wish)));
        }
        String form = visit.text("screen").equals("join") ? "join" : "sign-in";
        return Answer.goTo("/account/" + form + "?next=connect." + wish.packed());
    }

    /** After the form, which no browser lets lead to another host by itself: a link does. */
    private Answer goOn(Visit visit) {
        Optional<Wish> wish = Wish.unpacked(visit.part("wish"))
                .filter(asked -> codes.isRegistered(worker(visit), asked.at(Wire.site(visit.visitor()))));
        if (wish.isEmpty()) {
            return new Answer.Show(400, "connect-refused", new ConnectPage("/"));
        }
        if (!visit.isSignedIn()) {
            return Answer.goTo("/account/sign-in?next=connect." + visit.part("wish"));
        }
        return Answer.show("connect", new ConnectPage(wish.get().back("code", code(visit, wish.get()))));
    }

    private String code(Visit visit, Wish wish) {
        return codes.issue(worker(visit), wish.at(Wire.site(visit.visitor())));
    }

    private static Caller worker(Visit visit) {
        Visitor visitor = visit.visitor();
        return Wire.caller(visitor).asWorker();
    }
}
