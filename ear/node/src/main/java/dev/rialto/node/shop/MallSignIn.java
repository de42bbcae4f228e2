package dev.rialto.node.shop;

import dev.rialto.kernel.ErrorKind;
import dev.rialto.node.gateway.Ask;
import dev.rialto.node.gateway.GatewayProblem;
import dev.rialto.node.gateway.Grants;
import dev.rialto.node.gateway.Keyring;
import dev.rialto.node.start.NodeSettings;
import dev.rialto.web.port.AccountPort;
import dev.rialto.web.shop.Answer;
import dev.rialto.web.shop.Flow;
import dev.rialto.web.shop.Routes;
import dev.rialto.web.shop.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Signing in and joining on the mall's page in this storefront's look: it sends the member back with a code (RFC 6749
 * section 4.1 with PKCE). The password is typed there and never here; the guest's cart comes along (A13).
 */
@ApplicationScoped
class MallSignIn implements Flow {
    private static final String COOKIE = "rialto_sign_in";
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Map<String, String> WAYS = Map.of(
            "checkout",
            "/checkout",
            "cart",
            "/cart",
            "orders",
            "/orders",
            "wishes",
            "/wishes",
            "stock-notices",
            "/account/stock-notices");
    /** Back to goods that were looked at. */
    private static final Pattern GOODS = Pattern.compile("goods\\.([a-z0-9][a-z0-9-]{0,119})");

    @Inject
    private Premises premises;

    @Inject
    private Keyring keys;

    @Inject
    private NodeSettings settings;

    @Inject
    private AccountPort accounts;

    /** What the browser brings back: that it was this one which went, how to prove it, and where it wanted to go. */
    private record Errand(String state, String verifier, String next) {
        static Errand fresh(String next) {
            return new Errand(secret(), secret(), isKnown(next) ? next : "");
        }

        static Optional<Errand> of(String cookie) {
            String[] parts = cookie.split("\\.", 3);
            return parts.length == 3 ? Optional.of(new Errand(parts[0], parts[1], parts[2])) : Optional.empty();
        }

        private static boolean isKnown(String next) {
            return WAYS.containsKey(next) || GOODS.matcher(next).matches();
        }

        private static String secret() {
            byte[] bytes = new byte[SECRET_BYTES];
            RANDOM.nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }

        String challenge() {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
                return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }

        String wayOn() {
            Matcher goods = GOODS.matcher(next);
            return goods.matches() ? "/goods/" + goods.group(1) : WAYS.getOrDefault(next, "/account");
        }

        @Override
        public String toString() {
            return state + "." + verifier + "." + next;
        }
    }

    @Override
    public void addresses(Routes routes) {
        routes.get("/account/sign-in", visit -> leave(visit, ""))
                .get("/account/join", visit -> leave(visit, "&screen=join"))
                .get("/signed-in", this::comeBack)
                .post("/account/sign-out", this::signOut)
                .get("/account/password", visit -> account())
                .get("/account/at-the-mall", visit -> account());
    }

    private Answer leave(Visit visit, String screen) {
        Errand errand = Errand.fresh(visit.text("next"));
        if (visit.isSignedIn()) {
            return Answer.goTo(errand.wayOn());
        }
        visit.keepsakes().lend(COOKIE, errand.toString(), PATIENCE);
        return new Answer.Away(premises.signInAddress() + "?client_id=" + Ask.encoded(settings.keyId())
                + "&redirect_uri=" + Ask.encoded(settings.signedIn()) + "&state=" + errand.state() + "&code_challenge="
                + errand.challenge() + "&code_challenge_method=S256&lang=" + visit.language() + screen);
    }

    private Answer comeBack(Visit visit) {
        Errand errand = Errand.of(visit.cookie(COOKIE))
                .filter(gone -> !gone.state().isEmpty() && gone.state().equals(visit.text("state")))
                .orElseThrow(MallSignIn::refused);
        visit.keepsakes().takeBack(COOKIE);
        String session = keys.admit(new Grants.Shown(
                        visit.text("code"), errand.verifier(), visit.session().token()))
                .orElseThrow(MallSignIn::refused);
        visit.keepsakes().giveToken(session);
        return Answer.goTo(errand.wayOn());
    }

    private static dev.rialto.kernel.DomainException refused() {
        return GatewayProblem.of("sign_in_refused", ErrorKind.INVALID);
    }

    private Answer signOut(Visit visit) {
        if (visit.isSignedIn()) {
            accounts.signOut(visit.visitor());
        }
        visit.keepsakes().takeToken();
        return Answer.goTo("/");
    }

    private Answer account() {
        return new Answer.Away(premises.shopAddress().replaceFirst("/$", "") + "/account");
    }
}
