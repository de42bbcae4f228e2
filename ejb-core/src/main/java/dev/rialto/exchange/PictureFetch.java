package dev.rialto.exchange;

import dev.rialto.kernel.DomainException;
import dev.rialto.picture.PictureStore;
import dev.rialto.picture.StoredPicture;
import dev.rialto.platform.PublicAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fetches the pictures of one import from public addresses: no loopback or private range, no redirect, no other scheme
 * than http and https. A host that fails three times is left alone for the rest of the import.
 */
final class PictureFetch {
    private static final int MOST_FAILURES = 3;
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private static final Pattern OWN = Pattern.compile("([0-9a-f]{40})-(400|800|1600)\\.jpg");

    private final PictureStore store;
    private final String ownPictures;
    private final Set<String> allowed;
    private final HttpClient client;
    private final Map<String, Integer> failures = new HashMap<>();
    private final Map<String, StoredPicture> fetched = new HashMap<>();

    /** @param ownPictures how addresses of the mall's own pictures begin */
    PictureFetch(PictureStore store, ImportSettings settings, String ownPictures) {
        this.store = store;
        this.ownPictures = ownPictures;
        this.allowed = settings.allowedTargets();
        this.client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** A picture could not be had; the code says why. */
    static final class Unavailable extends Exception {
        private static final long serialVersionUID = 1;

        Unavailable(String code) {
            super(code);
        }

        String code() {
            return String.valueOf(getMessage());
        }
    }

    /** The key of a picture that this mall hands out itself: such a one is never asked for over the wire. */
    Optional<String> ownKey(PictureAddress picture) {
        if (!picture.address().startsWith(ownPictures)) {
            return Optional.empty();
        }
        Matcher name = OWN.matcher(picture.address().substring(ownPictures.length()));
        return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }

    StoredPicture fetch(String address) throws Unavailable {
        StoredPicture known = fetched.get(address);
        if (known != null) {
            return known;
        }
        URI target = parse(address);
        String host = target.getHost().toLowerCase(Locale.ROOT);
        if (failures.getOrDefault(host, 0) >= MOST_FAILURES) {
            throw new Unavailable("picture_host_unreachable");
        }
        requirePublic(target, host);
        StoredPicture picture = load(target, host);
        fetched.put(address, picture);
        return picture;
    }

    private static URI parse(String address) throws Unavailable {
        try {
            URI target = new URI(address);
            boolean isWeb = "http".equalsIgnoreCase(target.getScheme()) || "https".equalsIgnoreCase(target.getScheme());
            if (isWeb && target.getHost() != null && target.getUserInfo() == null) {
                return target;
            }
        } catch (URISyntaxException e) {
            throw new Unavailable("picture_address_invalid");
        }
        throw new Unavailable("picture_address_invalid");
    }

    /** The runtime keeps a resolved name for half a minute, so the connection goes to what was checked here. */
    private void requirePublic(URI target, String host) throws Unavailable {
        int port = target.getPort() >= 0 ? target.getPort() : "https".equalsIgnoreCase(target.getScheme()) ? 443 : 80;
        if (allowed.contains(host + ":" + port)) {
            return;
        }
        try {
            for (InetAddress resolved : InetAddress.getAllByName(host)) {
                if (!PublicAddress.is(resolved)) {
                    throw new Unavailable("picture_address_not_public");
                }
            }
        } catch (UnknownHostException e) {
            fail(host);
            throw new Unavailable("picture_unreachable");
        }
    }

    private StoredPicture load(URI target, String host) throws Unavailable {
        try {
            HttpResponse<InputStream> answer = client.send(
                    HttpRequest.newBuilder(target).timeout(ANSWER).build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new Unavailable("picture_answer_" + answer.statusCode());
                }
                return store.keep(body);
            }
        } catch (DomainException noPicture) {
            throw new Unavailable(noPicture.code().code());
        } catch (IOException | UncheckedIOException e) {
            fail(host);
            throw new Unavailable("picture_unreachable");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("picture_unreachable");
        }
    }

    private void fail(String host) {
        failures.merge(host, 1, Integer::sum);
    }
}
