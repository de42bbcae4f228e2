package dev.rialto.hosting;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Settings;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.SiteView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** For which hosts a proxy may get a certificate: the mall's own, and those of storefronts that were proved. */
@ApplicationScoped
public class CertificateHosts {
    private final Settings settings;
    private final SiteDirectory sites;

    @Inject
    public CertificateHosts(Settings settings, SiteDirectory sites) {
        this.settings = settings;
        this.sites = sites;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected CertificateHosts() {
        this(null, null);
    }

    /** May there be a certificate for this host? Answered from memory. */
    public boolean allows(Caller caller, String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (List.of(settings.mallHost(), settings.consoleHost(), settings.apiHost())
                .contains(name)) {
            return true;
        }
        boolean own = name.endsWith("." + settings.storefrontDomain()) || sites.isProved(caller, name);
        return own
                && sites.byHost(caller, name)
                        .filter(site ->
                                site.state() == SiteView.State.OPEN || site.state() == SiteView.State.CLOSED_BY_SELLER)
                        .isPresent();
    }
}
