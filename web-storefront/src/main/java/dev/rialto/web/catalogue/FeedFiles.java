package dev.rialto.web.catalogue;

import dev.rialto.web.port.FeedEntry;
import dev.rialto.web.port.OutlookPort;
import dev.rialto.web.port.OutlookPort.FeedPage;
import dev.rialto.web.port.OutlookPort.Outlook;
import dev.rialto.web.port.Site;
import dev.rialto.web.port.Visitor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import javax.xml.stream.XMLStreamException;

/**
 * Feeds as files: read page by page and written to disk, so that neither many goods nor slow readers cost memory or hold
 * the database. Whoever asks again within a few minutes gets the same file; one feed of a shop is made at a time.
 */
@ApplicationScoped
class FeedFiles {
    private static final long FRESH_NANOS = Duration.ofMinutes(5).toNanos();
    private static final int MOST_FEEDS = 1_000;

    private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

    @Inject
    private Instance<OutlookPort> outlooks;

    private record Key(String site, String language, String currency) {}

    /** A feed on disk and the tag of its bytes. */
    record Made(Path file, String tag) {}

    private static final class Kept {
        private final ReentrantLock making = new ReentrantLock();
        private volatile @org.jspecify.annotations.Nullable Made made;
        private volatile long since;

        private boolean isFresh() {
            return made != null && System.nanoTime() - since < FRESH_NANOS;
        }
    }

    /** The feed of a shop in the reader's language and currency. */
    Made of(Visitor reader, Site site, Outlook here) {
        if (kept.size() > MOST_FEEDS) {
            forget();
        }
        Kept feed =
                kept.computeIfAbsent(new Key(reader.siteId(), reader.language(), reader.currency()), key -> new Kept());
        feed.making.lock();
        try {
            Made known = feed.made;
            if (known != null && feed.isFresh()) {
                return known;
            }
            Made next = make(reader, site, here);
            feed.made = next;
            feed.since = System.nanoTime();
            if (known != null) {
                // who is reading it keeps it open until the end
                Files.deleteIfExists(known.file());
            }
            return next;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            feed.making.unlock();
        }
    }

    private Made make(Visitor reader, Site site, Outlook here) throws IOException {
        Path file = Files.createTempFile("rialto-feed-", ".xml");
        file.toFile().deleteOnExit();
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), digest)) {
            FeedXml xml = new FeedXml(out, reader, here.address());
            xml.begin(site.name());
            String after = "";
            while (after != null) {
                FeedPage page = outlooks.get().feed(reader, after);
                for (FeedEntry entry : page.entries()) {
                    xml.item(entry);
                }
                after = page.next();
            }
            xml.end();
        } catch (XMLStreamException e) {
            Files.deleteIfExists(file);
            throw new IOException(e);
        }
        return new Made(file, '"' + HexFormat.of().formatHex(digest.digest(), 0, 15) + '"');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @PreDestroy
    void forget() {
        for (Kept feed : kept.values()) {
            Made made = feed.made;
            if (made != null && !made.file().toFile().delete()) {
                made.file().toFile().deleteOnExit();
            }
        }
        kept.clear();
    }
}
