package dev.rialto.node.shop;

import dev.rialto.kernel.DomainException;
import dev.rialto.node.gateway.Ask;
import dev.rialto.node.gateway.Gateway;
import dev.rialto.node.gateway.GatewayProblem;
import dev.rialto.node.start.NodeSettings;
import dev.rialto.node.theme.OwnTheme;
import dev.rialto.web.port.Site;
import dev.rialto.web.port.Theme;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The storefront itself: as the mall tells it, in the seller's own look. */
@ApplicationScoped
public class Premises {
    /** A suspension shows within this time. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    @Inject
    private Gateway gateway;

    @Inject
    private OwnTheme theme;

    @Inject
    private NodeSettings settings;

    private volatile @Nullable WireSite last;
    private volatile boolean suspended;

    /**
     * The storefront as the mall tells it now; closed while the mall has suspended it (A36).
     *
     * @throws DomainException when the mall does not answer
     */
    public Site now() {
        try {
            WireSite told = gateway.seen(Ask.get("/site"), WireSite.class, MOMENT);
            last = told;
            suspended = false;
            return theme.over(told.site());
        } catch (DomainException refused) {
            if (GatewayProblem.isSuspension(refused)) {
                suspended = true;
                return closed(known());
            }
            throw refused;
        }
    }

    /** Did the mall refuse the storefront when it was last asked? */
    boolean isSuspended() {
        return suspended;
    }

    /** Where orders can still be read while the storefront is suspended: at the mall, when it has told its address. */
    Optional<String> whereOrdersAre(Site site) {
        WireSite told = last;
        return suspended && !site.open() && told != null
                ? Optional.of(told.shopAddress().replaceFirst("/$", ""))
                : Optional.empty();
    }

    /** The storefront as it was last told, for its look alone; before that, one without any. */
    public Site known() {
        WireSite told = last;
        return theme.over(told == null ? nameless() : told.site());
    }

    /** Where the mall signs members of this storefront in. */
    String signInAddress() {
        return told().signInAddress();
    }

    /** Scheme and host of the mall's sign-in, where a form may end up whose sender is not signed in. */
    Optional<String> signInOrigin() {
        WireSite told = last;
        if (told == null) {
            return Optional.empty();
        }
        URI address = URI.create(told.signInAddress());
        return Optional.of(address.getScheme() + "://" + address.getRawAuthority());
    }

    /** The same shop at the mall, where its members keep their accounts. */
    String shopAddress() {
        return told().shopAddress();
    }

    private WireSite told() {
        return gateway.seen(Ask.get("/site"), WireSite.class, MOMENT);
    }

    private Site nameless() {
        Theme plain = new Theme(Map.of(), Map.of(), "sans", "sans", 8, "bar", List.of());
        return new Site(
                "",
                false,
                true,
                false,
                settings.host(),
                Map.of(),
                true,
                "KR",
                List.of("ko", "en", "ja", "zh"),
                List.of("KRW"),
                true,
                "Asia/Seoul",
                null,
                plain,
                "plain",
                List.of());
    }

    private static Site closed(Site site) {
        return new Site(
                site.id(),
                site.mall(),
                false,
                site.test(),
                site.name(),
                site.slogan(),
                site.grossPrices(),
                site.country(),
                site.languages(),
                site.currencies(),
                site.guestCheckout(),
                site.zone(),
                site.logoKey(),
                site.theme(),
                site.themeVersion(),
                site.menu());
    }
}
