package dev.rialto.platform;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;

/**
 * Calls addresses that others chose. A target must be https and on the open internet; its name is resolved once, every
 * address that comes of it is checked, and the connection goes to one that was checked. Redirects are not followed. Only
 * places on the allow-list ({@link OutgoingSettings}) may be anything else.
 */
@ApplicationScoped
public class Outgoing {
    private static final Duration WHOLE_CALL = Duration.ofSeconds(20);
    private static final int MOST_READ = 16 * 1024;

    private final OutgoingSettings settings;
    private final Resolver resolver;
    private final CloseableHttpClient client;

    /** Looks up the addresses of a name. */
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    @Inject
    public Outgoing(OutgoingSettings settings) {
        this(settings, InetAddress::getAllByName);
    }

    Outgoing(OutgoingSettings settings, Resolver resolver) {
        this.settings = settings;
        this.resolver = resolver;
        this.client = PinnedClient.make();
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Outgoing() {
        this.settings = null;
        this.resolver = null;
        this.client = null;
    }

    /**
     * What came back.
     *
     * @param body its first part as UTF-8, at most 16 KiB
     * @param retryAfter the header's text; empty when there was none
     */
    public record Answer(int status, String body, String retryAfter) {}

    /** The call was not made, or no answer came; the code says why. */
    public static final class Failed extends Exception {
        private static final long serialVersionUID = 1;

        Failed(String code) {
            super(code);
        }

        /** Stable: {@code not_public}, {@code unknown_host}, {@code no_answer} … */
        public String code() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * What is wrong with an address as it is written, without asking the network; empty when nothing is.
     *
     * @return {@code too_long}, {@code address_invalid}, {@code https_only}, {@code credentials_in_address},
     *     {@code host_invalid} or {@code not_public}
     */
    public Optional<String> flaw(String address) {
        try {
            target(address);
            return Optional.empty();
        } catch (Failed e) {
            return Optional.of(e.code());
        }
    }

    /** The same, and where the name leads to now; a name that nobody knows is {@code unknown_host}. */
    public Optional<String> flawNow(String address) {
        try {
            addressOf(target(address));
            return Optional.empty();
        } catch (Failed e) {
            return Optional.of(e.code());
        }
    }

    /**
     * Sends a body. Not to be called within a transaction.
     *
     * @throws Failed when the target is refused, or when no answer came within twenty seconds
     */
    public Answer post(String address, Map<String, String> headers, byte[] body) throws Failed {
        OutgoingTarget target = target(address);
        HttpHost pinned = new HttpHost(target.scheme(), addressOf(target), target.host(), target.port());
        HttpPost request = new HttpPost(target.path());
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        return call(pinned, request);
    }

    /**
     * Reads a small file of a host, plain http too, over addresses that the caller looked up and that are checked here. Not
     * to be called within a transaction.
     *
     * @param found where the host's name leads; at least one
     * @throws Failed when one of them is refused, or when no answer came within twenty seconds
     */
    public Answer file(String scheme, String host, int port, List<InetAddress> found, String path) throws Failed {
        if (!settings.allows(host, port) && !found.stream().allMatch(PublicAddress::is)) {
            throw new Failed("not_public");
        }
        return call(new HttpHost(scheme, found.get(0), host, port), new HttpGet(path));
    }

    private Answer call(HttpHost pinned, HttpUriRequestBase request) throws Failed {
        // a receiver that drips its answer byte by byte is cut off as well
        CompletableFuture<Void> deadline =
                new CompletableFuture<Void>().completeOnTimeout(null, WHOLE_CALL.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> cut = deadline.thenRun(request::cancel);
        try (ClassicHttpResponse response = client.executeOpen(pinned, request, null)) {
            return answer(response);
        } catch (IOException | UncheckedIOException e) {
            throw new Failed(reason(e));
        } finally {
            cut.cancel(false);
            deadline.cancel(false);
        }
    }

    private OutgoingTarget target(String address) throws Failed {
        try {
            OutgoingTarget target = OutgoingTarget.parse(address);
            if (settings.allows(target.host(), target.port())) {
                return target;
            }
            if (!target.scheme().equals("https")) {
                throw new Failed("https_only");
            }
            boolean isOpen =
                    target.literal().map(PublicAddress::is).orElse(target.host().contains("."));
            if (!isOpen || target.host().matches("(.*\\.)?(localhost|local|internal|home\\.arpa)")) {
                throw new Failed("not_public");
            }
            return target;
        } catch (OutgoingTarget.Malformed e) {
            throw new Failed(e.code());
        }
    }

    /** One of the addresses behind the name, all of which were checked. */
    private InetAddress addressOf(OutgoingTarget target) throws Failed {
        try {
            InetAddress[] found = target.literal().isPresent()
                    ? new InetAddress[] {target.literal().get()}
                    : resolver.resolve(target.host());
            boolean allowed = settings.allows(target.host(), target.port());
            if (!allowed && !Arrays.stream(found).allMatch(PublicAddress::is)) {
                throw new Failed("not_public");
            }
            return found[0];
        } catch (UnknownHostException e) {
            throw new Failed("unknown_host");
        }
    }

    private static Answer answer(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        String body = "";
        if (entity != null) {
            // what is longer is left unread: closing ends the connection
            body = new String(entity.getContent().readNBytes(MOST_READ), StandardCharsets.UTF_8);
        }
        String retry = response.containsHeader("Retry-After")
                ? response.getFirstHeader("Retry-After").getValue()
                : "";
        return new Answer(response.getCode(), body, retry);
    }

    private static String reason(Exception e) {
        if (e instanceof javax.net.ssl.SSLException) {
            return "tls_failed";
        }
        if (e instanceof java.net.ConnectException || e instanceof java.net.NoRouteToHostException) {
            return "not_reachable";
        }
        return e instanceof java.net.SocketTimeoutException ? "timed_out" : "no_answer";
    }

    @PreDestroy
    void close() {
        client.close(CloseMode.GRACEFUL);
    }
}
