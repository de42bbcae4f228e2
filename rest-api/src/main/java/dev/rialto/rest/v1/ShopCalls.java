package dev.rialto.rest.v1;

import dev.rialto.credential.GatewayClient;
import dev.rialto.credential.MemberToken;
import dev.rialto.credential.MemberTokens;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Violations;
import dev.rialto.membership.SessionView;
import dev.rialto.membership.Sessions;
import dev.rialto.rest.GatewayError;
import dev.rialto.rest.RequestIds;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.SiteView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads who calls, for which storefront and for whom, from the headers of a request (A14, A17). */
@ApplicationScoped
public class ShopCalls {
    public static final String CART = "Rialto-Cart";
    public static final String MEMBER = "Rialto-Member";
    public static final String ORDER_KEY = "Rialto-Order-Key";
    public static final String LANGUAGE = "Rialto-Language";
    public static final String CURRENCY = "Rialto-Currency";
    private static final int LONGEST_TOKEN = 200;

    @Inject
    SiteDirectory sites;

    @Inject
    Sessions sessions;

    @Inject
    MemberTokens tokens;

    /** A call that concerns no shopper. */
    public ShopCall open(HttpServletRequest request) {
        return call(request, Caller.anonymous(RequestIds.of(request)));
    }

    /**
     * A call for whoever the tokens of guest and member name; each must have been given for this storefront.
     *
     * @throws DomainException {@link GatewayError#INVALID_CART_TOKEN}, {@link GatewayError#INVALID_MEMBER_TOKEN}
     */
    public ShopCall of(HttpServletRequest request) {
        ShopCall nobody = open(request);
        UUID member = member(request, nobody);
        String cart = request.getHeader(CART);
        String traceId = nobody.shopper().traceId();
        String key = request.getHeader(ORDER_KEY);
        if (cart == null || key != null) {
            return with(nobody, Caller.shopper(member, bounded(key) ? key : null, traceId));
        }
        Optional<SessionView> session = session(nobody, cart);
        UUID signedIn = session.map(SessionView::accountId).orElse(null);
        if (session.isEmpty() || (member != null && !member.equals(signedIn))) {
            throw GatewayError.INVALID_CART_TOKEN.now();
        }
        // the cart token alone opens a guest's cart only: a member's things need the member's token as well
        if (signedIn != null && member == null) {
            throw GatewayError.INVALID_MEMBER_TOKEN.now();
        }
        return with(nobody, Caller.shopper(member, cart, traceId));
    }

    /**
     * A call for the member whom the token names.
     *
     * @throws DomainException {@link GatewayError#INVALID_MEMBER_TOKEN} for a guest
     */
    public ShopCall ofMember(HttpServletRequest request) {
        ShopCall call = of(request);
        call.member();
        return call;
    }

    /** The session of a cart token, when it is one of this storefront's shoppers. */
    public Optional<SessionView> session(ShopCall call, @Nullable String cart) {
        if (!bounded(cart)) {
            return Optional.empty();
        }
        return sessions.resolve(Caller.worker(call.shopper().traceId()), java.util.Objects.requireNonNull(cart))
                .filter(found -> found.kind() == SessionView.Kind.SHOPPER
                        && call.siteId().equals(found.siteId()));
    }

    /** Was this token given to the member behind the session? */
    public boolean isMembers(ShopCall call, @Nullable String memberToken, SessionView session) {
        return session.isSignedIn()
                && memberToken != null
                && tokens.verify(memberToken)
                        .filter(token -> token.site().equals(call.siteId())
                                && token.account().equals(session.accountId()))
                        .isPresent();
    }

    private static boolean bounded(@Nullable String token) {
        return token != null && !token.isBlank() && token.length() <= LONGEST_TOKEN;
    }

    private @Nullable UUID member(HttpServletRequest request, ShopCall call) {
        String header = request.getHeader(MEMBER);
        if (header == null) {
            return null;
        }
        MemberToken token = tokens.verify(header).orElseThrow(GatewayError.INVALID_MEMBER_TOKEN::now);
        if (!token.site().equals(call.siteId())) {
            throw GatewayError.INVALID_MEMBER_TOKEN.now();
        }
        return token.account();
    }

    private ShopCall call(HttpServletRequest request, Caller shopper) {
        GatewayClient client = Factor.client(request);
        UUID id = client.site();
        if (id == null) {
            throw GatewayError.NO_STOREFRONT.now();
        }
        SiteView site = sites.byId(client.caller(shopper.traceId()), id);
        Violations wrong = new Violations();
        String language = chosen(request.getHeader(LANGUAGE), LANGUAGE, site.languages(), wrong);
        String currency = chosen(request.getHeader(CURRENCY), CURRENCY, site.currencies(), wrong);
        wrong.raise(GatewayError.INVALID_PARAMETER);
        return new ShopCall(client, site, language, currency, shopper);
    }

    private static String chosen(@Nullable String wanted, String name, List<String> offered, Violations wrong) {
        if (wanted == null) {
            return offered.get(0);
        }
        wrong.check(offered.contains(wanted), name, "not_offered", String.join(" ", offered));
        return wanted;
    }

    private static ShopCall with(ShopCall call, Caller shopper) {
        return new ShopCall(call.client(), call.site(), call.language(), call.currency(), shopper);
    }
}
