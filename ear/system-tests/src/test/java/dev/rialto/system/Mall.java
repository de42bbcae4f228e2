package dev.rialto.system;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The mall all system tests share: one {@code rialto.jar} with the demo, started by the first test that asks and ended
 * with the run. Tests must not rely on each other's goods or orders.
 */
public final class Mall {
    private static final String SETTING = "mall.RIALTO_";
    private static Mall shared;

    private final Rialto rialto;
    private final Path data;
    private final int port;
    private final GreenMail mail;
    private final Listener listener = new Listener();
    private final Names names = new Names();
    private Duration ahead = Duration.ZERO;

    private Mall() {
        try {
            this.data = Files.createTempDirectory("rialto-mall");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        Map<String, String> settings = new HashMap<>(Rialto.settings(data));
        settings.put("RIALTO_TEST_CLOCK", "true");
        // all tests sign in from one address; the limits have their own tests
        settings.put("RIALTO_SIGN_IN_PER_MINUTE", "1000");
        settings.put("RIALTO_JOIN_PER_HOUR", "1000");
        settings.put("RIALTO_RECHARGE_PROOFS_PER_ADDRESS", "1000");
        // the providers of tests are on this machine
        settings.put("RIALTO_SIGN_ON_PRIVATE", "true");
        // so are the programs that listen for its news
        settings.put("RIALTO_OUTGOING_ALLOW", listener.place());
        settings.put("RIALTO_DNS_SERVER", "127.0.0.1:" + names.port());
        names.address("mall.localhost", "127.0.0.1");
        settings.put("RIALTO_MAIL_HOST", "127.0.0.1");
        settings.put("RIALTO_MAIL_PORT", String.valueOf(mail.getSmtp().getPort()));
        // what a soak wants of its mall
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(SETTING))
                .forEach(name -> settings.put(name.substring("mall.".length()), System.getProperty(name)));
        this.port = Integer.parseInt(settings.get("RIALTO_PORT"));
        this.rialto = Rialto.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        rialto.awaitOpen();
        stockUp();
    }

    /** A delivery of the goods that many tests buy, so that none buys them away from another. */
    private void stockUp() {
        try (Connection database = database()) {
            int received = database.createStatement().executeUpdate("""
                    with more as (
                        update stock s set on_hand = on_hand + 500 from variant v join goods g on g.id = v.goods_id
                        where v.id = s.variant_id and g.slug = 'grid-notebook' returning s.*)
                    insert into stock_movement (id, variant_id, place_id, tenant_id, kind, quantity, reason, at)
                    select gen_random_uuid(), variant_id, place_id, tenant_id, 'receipt', 500, 'for the tests', now()
                    from more
                    """);
            if (received == 0) {
                throw new AssertionError("the demo has no grid notebook");
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The running mall. */
    public static synchronized Mall running() {
        if (shared == null) {
            shared = new Mall();
        }
        return shared;
    }

    public int port() {
        return port;
    }

    /** The data folder; its logs tell what went wrong. */
    public Path data() {
        return data;
    }

    /** What the terminal shows: the start card with addresses and accounts. */
    public String terminal() {
        return rialto.terminal();
    }

    /** The process of the launcher. */
    public ProcessHandle process() {
        return rialto.handle();
    }

    /** A fresh client with cookies of its own that talks to this host of the mall. */
    public Http at(String host) {
        return Http.at(host, port);
    }

    /** A partner's program that may be told of changes. */
    public Listener listener() {
        return listener;
    }

    /** The mail server that gets all the mall sends. */
    public GreenMail mail() {
        return mail;
    }

    /** The name server that the mall asks. */
    public Names names() {
        return names;
    }

    /** A setting of the running server, such as {@code rialto.db.owner.url}. */
    public String setting(String key) {
        return property(data.resolve("server.properties"), key);
    }

    /** A password or key of the mall's data folder, such as that of the role {@code rialto_front}. */
    public String secret(String name) {
        return property(data.resolve("secrets.properties"), name);
    }

    /** Moves the mall's clock forward. */
    public synchronized void advance(Duration step) {
        advance(setting("rialto.test.clock.port"), step);
        ahead = ahead.plus(step);
    }

    /** How far tests have moved the mall's clock. */
    public synchronized Duration ahead() {
        return ahead;
    }

    /** Moves the clock that listens on this port. */
    static void advance(String clockPort, Duration step) {
        int status = Http.at("localhost", Integer.parseInt(clockPort))
                .send("POST", "/advance", HttpRequest.BodyPublishers.ofString(step.toString()))
                .status();
        if (status != 204) {
            throw new AssertionError("the clock did not move: " + status);
        }
    }

    /** The database, as its owner: tests look, and change only what no page can. */
    public Connection database() throws SQLException {
        return DriverManager.getConnection(
                setting("rialto.db.owner.url"), setting("rialto.db.owner.user"), setting("rialto.db.owner.password"));
    }

    /** The database, as its superuser, for what even its owner cannot. */
    public Connection superuser() throws SQLException {
        return DriverManager.getConnection(setting("rialto.db.owner.url"), "postgres", secret("postgres"));
    }

    /** A further, empty database on the mall's database server, owned by the same role; its address. */
    public String createDatabase(String name) throws SQLException {
        String own = setting("rialto.db.owner.url");
        String server = own.substring(0, own.lastIndexOf('/') + 1);
        String password = secret("postgres");
        try (Connection superuser = DriverManager.getConnection(server + "postgres", "postgres", password)) {
            superuser.createStatement().execute("create database " + name + " owner rialto_owner");
        }
        return server + name;
    }

    /** One property of a file. */
    public static String property(Path file, String key) {
        Properties properties = new Properties();
        try (Reader lines = Files.newBufferedReader(file)) {
            properties.load(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException(file.getFileName() + " has no " + key);
        }
        return value;
    }

    private void end() {
        rialto.close();
        mail.stop();
        names.close();
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
