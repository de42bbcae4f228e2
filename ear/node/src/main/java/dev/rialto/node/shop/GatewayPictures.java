package dev.rialto.node.shop;

import dev.rialto.kernel.DomainException;
import dev.rialto.node.gateway.Ask;
import dev.rialto.node.gateway.Gateway;
import dev.rialto.node.theme.OwnTheme;
import dev.rialto.web.port.PicturePort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Pictures of the mall, whose names stand for what they show, so that a copy is good for ever; and the seller's own logo. */
@ApplicationScoped
class GatewayPictures implements PicturePort {
    private static final long MOST_BYTES = 64L << 20;
    private static final String TYPE = "image/jpeg";

    @Inject
    private Gateway gateway;

    @Inject
    private OwnTheme theme;

    private final Map<String, byte[]> kept = new LinkedHashMap<>(256, 0.75f, true);
    private long bytes;

    /** @throws DomainException when the mall does not answer */
    @Override
    public Optional<Picture> picture(String key, int width) {
        Optional<Picture> logo = theme.logo(key);
        if (logo.isPresent()) {
            return logo;
        }
        String path = "/pictures/" + Ask.encoded(key) + "?width=" + width;
        Optional<byte[]> known = known(path);
        Optional<byte[]> picture = known.isPresent() ? known : gateway.file(Ask.get(path));
        if (known.isEmpty()) {
            picture.ifPresent(fresh -> keep(path, fresh));
        }
        return picture.map(file -> new Picture(TYPE, file));
    }

    private synchronized Optional<byte[]> known(String path) {
        return Optional.ofNullable(kept.get(path));
    }

    private synchronized void keep(String path, byte[] picture) {
        byte[] before = kept.put(path, picture);
        bytes += picture.length - (before == null ? 0 : before.length);
        var eldest = kept.values().iterator();
        while (bytes > MOST_BYTES && eldest.hasNext()) {
            bytes -= eldest.next().length;
            eldest.remove();
        }
    }
}
