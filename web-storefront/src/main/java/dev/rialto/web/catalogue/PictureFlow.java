package dev.rialto.web.catalogue;

import dev.rialto.web.port.PicturePort;
import dev.rialto.web.shop.Answer;
import dev.rialto.web.shop.Flow;
import dev.rialto.web.shop.Routes;
import dev.rialto.web.shop.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves pictures. A key names content, so browsers may keep it for good; whatever it contains, it runs nothing. */
@ApplicationScoped
class PictureFlow implements Flow {
    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9_-]{8,128})-(400|800|1600)\\.jpg");
    private static final Map<String, String> HEADERS = Map.of(
            "Cache-Control", "public, max-age=31536000, immutable",
            "Content-Security-Policy", "default-src 'none'; sandbox",
            "Cross-Origin-Resource-Policy", "cross-origin");

    @Inject
    private PicturePort pictures;

    @Override
    public void addresses(Routes routes) {
        routes.get("/pictures/{name}", this::picture);
    }

    private Answer picture(Visit visit) {
        Matcher name = NAME.matcher(visit.part("name"));
        if (!name.matches()) {
            return Answer.missing();
        }
        return pictures.picture(name.group(1), Integer.parseInt(name.group(2)))
                .<Answer>map(found -> new Answer.File(found.type(), found.bytes(), HEADERS))
                .orElseGet(Answer::missing);
    }
}
