package dev.rialto.sandbox;

import com.google.gson.JsonParseException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The sandbox card provider as a program, and as an object that tests start and stop. */
public final class CardSandbox implements AutoCloseable {
    private static final Logger LOG = System.getLogger(CardSandbox.class.getName());
    private static final int THREADS = 32;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Journal journal;
    private final CardSettings settings;
    private final CardSignature signature;
    private final CardFault.Switches switches = new CardFault.Switches();
    private final RechargeLog log;
    private final RechargeNews news;
    private final Clock clock = Clock.systemUTC();

    private CardSandbox(HttpServer server, Journal journal, CardSettings settings) {
        this.server = server;
        this.journal = journal;
        this.settings = settings;
        this.signature = new CardSignature(settings.secret());
        this.log = new RechargeLog(journal);
        this.news = new RechargeNews(settings, switches, log, clock);
        JournalPage pages = new JournalPage(journal);
        byte[] style = Template.resource("sandbox.css");
        route("/v1/", this::merchant);
        route("/journal", pages::answer);
        route("/admin/switches", this::set);
        route("/assets/sandbox.css", call -> call.file("text/css; charset=utf-8", style));
        route("/health", call -> call.json(200, Map.of("status", "UP")));
        server.setExecutor(threads);
    }

    private interface Route {
        void answer(Call call) throws IOException;
    }

    private void route(String path, Route route) {
        server.createContext(path, exchange -> answer(exchange, route));
    }

    private static void answer(HttpExchange exchange, Route route) throws IOException {
        Call call = new Call(exchange);
        try {
            route.answer(call);
        } catch (Refusal refusal) {
            call.problem(refusal);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "cannot answer " + call.path(), e);
            call.problem(new Refusal(500, "internal", "the provider failed"));
        }
    }

    private void authenticate(Call call) {
        byte[] given = call.header("Authorization").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, ("Bearer " + settings.key()).getBytes(StandardCharsets.UTF_8))) {
            throw new Refusal(401, "unauthenticated", "the merchant's key is missing or wrong");
        }
    }

    private void set(Call call) throws IOException {
        authenticate(call);
        if (call.is("PUT")) {
            switches.set(call.json(CardFault.Switches.Setting.class));
            journal.append(Entry.Kind.SWITCHED, "", null, Map.of("switches", Json.write(switches.now())));
        }
        call.json(200, switches.now());
    }

    /** What merchants call; every answer to a call that is signed is signed as well, a no too. */
    private void merchant(Call call) throws IOException {
        authenticate(call);
        String body = call.is("POST") ? call.body() : "";
        signature.check(
                call, call.is("POST") ? body : call.path(), clock.instant().getEpochSecond());
        try {
            String[] path = call.pathAfter("/v1");
            switch ((call.is("POST") ? "POST " : "GET ") + path[0] + " " + path.length) {
                case "POST recharges 1" -> recharge(call, wish(body));
                case "GET recharges 2" -> say(call, 200, log.find(path[1]).orElseThrow(CardSandbox::unknown));
                case "GET days 2" -> say(call, 200, Map.of("recharges", log.day(day(path[1]))));
                default -> throw unknown();
            }
        } catch (Refusal refusal) {
            say(call, refusal.status(), Map.of("code", refusal.code(), "detail", String.valueOf(refusal.getMessage())));
        }
    }

    private static Refusal unknown() {
        return new Refusal(404, "not_found", "there is nothing of this name");
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal(422, "invalid", "day", "a day is written 2026-01-31");
        }
    }

    private static Recharge wish(String body) {
        try {
            Recharge wish = Json.read(body, Recharge.class);
            if (wish != null) {
                wish.check();
                return wish;
            }
        } catch (JsonParseException e) {
            throw new Refusal(400, "malformed", "the body is not the JSON that is expected: " + e.getMessage());
        }
        throw new Refusal(400, "malformed", "the body is empty");
    }

    private void recharge(Call call, Recharge wish) throws IOException {
        String account = String.valueOf(wish.account());
        boolean isNew = log.find(String.valueOf(wish.requestId())).isEmpty();
        if (isNew && switches.happens(CardFault.DELAY, account)) {
            Call.pause(switches.delayMillis());
        }
        if (isNew && switches.happens(CardFault.UNAVAILABLE, account)) {
            throw new Refusal(503, "unavailable", "the provider is switched to be unavailable");
        }
        Recharge done = log.act(wish, isNew && switches.happens(CardFault.REFUSE, account));
        boolean lost = isNew && switches.happens(CardFault.LOSE, account);
        if (isNew) {
            news.tell(done);
        }
        if (lost) {
            call.drop();
        } else {
            say(call, isNew ? 201 : 200, done);
        }
    }

    private void say(Call call, int status, Object value) throws IOException {
        String body = Json.write(value);
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        String id = call.header("Card-Id");
        call.answerHeader("Card-Id", id);
        call.answerHeader("Card-Timestamp", timestamp);
        call.answerHeader("Card-Signature", signature.of(id, timestamp, body));
        call.written(status, body);
    }

    /**
     * Starts a provider.
     *
     * @throws SandboxSettings.WrongSetting with one line when the port is taken or the journal cannot be written
     */
    public static CardSandbox start(CardSettings settings) {
        Journal journal = Journal.open(settings.journal(), Clock.systemUTC());
        try {
            InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
            CardSandbox sandbox = new CardSandbox(HttpServer.create(address, 0), journal, settings);
            sandbox.server.start();
            return sandbox;
        } catch (IOException | IllegalArgumentException e) {
            journal.close();
            throw new SandboxSettings.WrongSetting("RIALTO_CARD_SANDBOX_PORT: cannot listen on " + settings.host() + ":"
                    + settings.port() + " (" + e.getMessage() + ")");
        }
    }

    /** The address, as merchants use it. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        news.close();
        threads.shutdownNow();
        journal.close();
    }

    /** Runs until it is told to stop. */
    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty(Loopback.ALLOW_HOST_HEADER, "host");
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            CardSettings settings = CardSettings.from(System.getenv());
            CardSandbox sandbox = start(settings);
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                sandbox.close();
                stopped.countDown();
            }));
            System.out.println("Rialto sandbox card provider on " + sandbox.url() + ", journal at "
                    + settings.journal().toAbsolutePath());
            stopped.await();
        } catch (SandboxSettings.WrongSetting e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }
}
