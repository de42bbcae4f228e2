package dev.rialto.node.theme;

import dev.rialto.node.start.NodeSettings;
import dev.rialto.web.port.PicturePort;
import dev.rialto.web.port.Site;
import dev.rialto.web.shop.Answer;
import dev.rialto.web.shop.Flow;
import dev.rialto.web.shop.Routes;
import dev.rialto.web.shop.Visit;
import dev.rialto.web.theme.ThemeSheet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The seller's own look over the mall's, read at start and whenever a file changes. A look with something wrong in it is
 * named in the log and not taken: the one before stays.
 */
@ApplicationScoped
public class OwnTheme implements Flow {
    private static final Logger LOG = Logger.getLogger(OwnTheme.class.getName());
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final String FOREVER = "public, max-age=31536000, immutable";

    @Inject
    private NodeSettings settings;

    @Inject
    private Clock clock;

    private volatile Look look = Look.NONE;
    private Instant lookedAt = Instant.EPOCH;
    private String fingerprint = "";

    @Override
    public void addresses(Routes routes) {
        routes.get("/theme/{sheet}", this::sheet);
    }

    /** The site in the seller's own look. */
    public Site over(Site site) {
        return current().over(site);
    }

    /** The seller's own logo, when this is its name. */
    public Optional<PicturePort.Picture> logo(String key) {
        Look now = look;
        return key.equals(now.logoKey()) ? Optional.ofNullable(now.logo()) : Optional.empty();
    }

    private Answer sheet(Visit visit) {
        Site site = visit.site();
        boolean current = visit.part("sheet").equals(site.themeVersion() + ".css");
        byte[] sheet = (ThemeSheet.of(site.theme()) + look.sheet()).getBytes(StandardCharsets.UTF_8);
        return new Answer.File(
                "text/css;charset=utf-8", sheet, Map.of("Cache-Control", current ? FOREVER : "no-cache"));
    }

    private synchronized Look current() {
        Instant now = clock.instant();
        if (now.isBefore(lookedAt.plus(MOMENT))) {
            return look;
        }
        lookedAt = now;
        ThemeFolder folder = new ThemeFolder(settings.theme());
        try {
            String found = folder.fingerprint();
            if (!found.equals(fingerprint)) {
                fingerprint = found;
                look = folder.read();
                LOG.log(Level.INFO, "the look in {0} is taken", settings.theme());
            }
        } catch (ThemeProblem | IOException wrong) {
            LOG.log(Level.WARNING, "the look in {0} is not taken: {1}", new Object[] {
                settings.theme(), wrong.getMessage()
            });
        }
        return look;
    }
}
