package dev.rialto.seller;

import dev.rialto.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What the database tells every unit when rows change that units keep in memory. Each subscriber gets the id of what
 * changed, or an empty text when news may have been missed and all it remembers is in doubt.
 */
@ApplicationScoped
class ChangeNews implements Runnable {
    private static final Logger LOG = System.getLogger(ChangeNews.class.getName());
    private static final List<String> CHANNELS = List.of("site", "credential");
    private static final int WAIT_MILLIS = 10_000;
    private static final int LOST_SECONDS = 30;
    private static final int PAUSE_MILLIS = 1_000;

    private final Settings settings;
    private final Map<String, List<Consumer<String>>> subscribers = new ConcurrentHashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean heard;
    private volatile @Nullable Connection connection;

    @Inject
    ChangeNews(Settings settings) {
        this.settings = settings;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ChangeNews() {
        this.settings = null;
    }

    void subscribe(String channel, Consumer<String> subscriber) {
        subscribers
                .computeIfAbsent(channel, name -> new CopyOnWriteArrayList<>())
                .add(subscriber);
    }

    /** True while the line to the database stands, so that no change can be missed. */
    boolean isHeard() {
        return heard;
    }

    /** Listens until {@link #stop}; a broken line is taken up again. */
    @Override
    public void run() {
        while (end.getCount() > 0) {
            try (Connection line = connect()) {
                connection = line;
                listen(line);
            } catch (SQLException e) {
                if (end.getCount() > 0) {
                    LOG.log(Level.WARNING, "news of changes are interrupted, trying again: {0}", e.getMessage());
                }
            } finally {
                heard = false;
                connection = null;
            }
            pause();
        }
    }

    /** Ends the listening at once. */
    void stop() {
        end.countDown();
        Connection line = connection;
        if (line != null) {
            try {
                line.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.log(Level.DEBUG, "the line was closed already", e);
            }
        }
    }

    private Connection connect() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(settings.owner().url());
        source.setUser(settings.owner().user());
        source.setPassword(settings.owner().password());
        source.setApplicationName("rialto-news");
        source.setSocketTimeout(LOST_SECONDS);
        return source.getConnection();
    }

    private void listen(Connection line) throws SQLException {
        try (Statement statement = line.createStatement()) {
            for (String channel : CHANNELS) {
                statement.execute("listen " + channel);
            }
            CHANNELS.forEach(channel -> tell(channel, ""));
            heard = true;
            while (end.getCount() > 0) {
                PGNotification[] notices = line.unwrap(PGConnection.class).getNotifications(WAIT_MILLIS);
                for (PGNotification notice : notices) {
                    tell(notice.getName(), notice.getParameter());
                }
                if (notices.length == 0) {
                    statement.execute("select 'still there'");
                }
            }
        }
    }

    private void tell(String channel, String id) {
        subscribers.getOrDefault(channel, List.of()).forEach(subscriber -> subscriber.accept(id));
    }

    private void pause() {
        try {
            boolean ended = end.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            LOG.log(Level.DEBUG, ended ? "news end" : "news begin again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end.countDown();
        }
    }
}
