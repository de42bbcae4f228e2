package dev.rialto.web.theme;

import dev.rialto.web.port.Site;
import dev.rialto.web.shop.Answer;
import dev.rialto.web.shop.Flow;
import dev.rialto.web.shop.Routes;
import dev.rialto.web.shop.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Serves a site's tokens as a stylesheet; its address changes with the theme, so that browsers may keep it. */
@ApplicationScoped
class ThemeFlow implements Flow {
    private static final String FOREVER = "public, max-age=31536000, immutable";

    @Override
    public void addresses(Routes routes) {
        routes.get("/theme/{sheet}", this::sheet);
    }

    private Answer sheet(Visit visit) {
        Site site = visit.site();
        boolean current = visit.part("sheet").equals(site.themeVersion() + ".css");
        byte[] sheet = ThemeSheet.of(site.theme()).getBytes(StandardCharsets.UTF_8);
        return new Answer.File(
                "text/css;charset=utf-8", sheet, Map.of("Cache-Control", current ? FOREVER : "no-cache"));
    }
}
