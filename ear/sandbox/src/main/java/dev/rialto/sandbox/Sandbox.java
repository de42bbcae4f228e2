package dev.rialto.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The sandbox payment gateway as a program, and as an object that tests start and stop. */
public final class Sandbox implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Sandbox.class.getName());
    private static final int THREADS = 64;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Journal journal;
    private final CallBacks callBacks;
    private final String url;

    private Sandbox(HttpServer server, Journal journal, SandboxSettings settings) {
        Clock clock = Clock.systemUTC();
        this.server = server;
        this.journal = journal;
        this.url = settings.publicUrl() == null
                ? "http://localhost:" + server.getAddress().getPort()
                : settings.publicUrl();
        this.threads = threads();
        Switches switches = new Switches();
        SessionBook book = new SessionBook(journal, clock, settings.sessionLife());
        DisputeBook disputes = new DisputeBook(book);
        AccountBook accounts = new AccountBook(book, journal);
        this.callBacks = new CallBacks(journal, book, disputes, accounts, switches, settings, clock, url);
        routes(book, disputes, accounts, switches, settings);
    }

    private static ExecutorService threads() {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(1_000));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private void routes(
            SessionBook book, DisputeBook disputes, AccountBook accounts, Switches switches, SandboxSettings settings) {
        MerchantApi merchants = new MerchantApi(book, disputes, accounts, switches, settings.key(), url);
        CardPage cards = new CardPage(book, switches, url);
        WalletPage wallets = new WalletPage(book, switches, url);
        JournalPage pages = new JournalPage(journal);
        byte[] style = Template.resource("sandbox.css");
        route("/v1/", merchants::answer);
        route("/pay/", cards::answer);
        route("/wallet/", wallets::answer);
        route("/account/", new AccountPage(accounts)::answer);
        route("/journal", pages::answer);
        route("/admin/switches", call -> switches(call, merchants, switches));
        route("/assets/sandbox.css", call -> call.file("text/css; charset=utf-8", style));
        route("/health", call -> call.json(200, Map.of("status", "UP")));
        route("/", call -> front(call, pages));
        server.setExecutor(threads);
    }

    private void switches(Call call, MerchantApi merchants, Switches switches) throws IOException {
        merchants.authenticate(call);
        if (call.is("PUT")) {
            switches.set(call.json(Switches.Setting.class));
            journal.append(Entry.Kind.SWITCHED, "", null, Map.of("switches", Json.write(switches.now())));
        }
        call.json(200, switches.now());
    }

    private static void front(Call call, JournalPage pages) throws IOException {
        if (!call.path().equals("/")) {
            throw new Refusal(404, "not_found", "there is no " + call.path());
        }
        pages.front(call);
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
            call.problem(new Refusal(500, "internal", "the gateway failed"));
        }
    }

    /**
     * Starts a gateway.
     *
     * @throws SandboxSettings.WrongSetting with one line when the port is taken or the journal cannot be written
     */
    public static Sandbox start(SandboxSettings settings) {
        Journal journal = Journal.open(settings.journal(), Clock.systemUTC());
        try {
            InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
            Sandbox sandbox = new Sandbox(HttpServer.create(address, 0), journal, settings);
            sandbox.callBacks.begin();
            sandbox.server.start();
            return sandbox;
        } catch (IOException | IllegalArgumentException e) {
            journal.close();
            throw new SandboxSettings.WrongSetting("RIALTO_SANDBOX_PORT: cannot listen on " + settings.host() + ":"
                    + settings.port() + " (" + e.getMessage() + ")");
        }
    }

    /** The address, as merchants and browsers use it. */
    public String url() {
        return url;
    }

    @Override
    public void close() {
        server.stop(0);
        callBacks.close();
        threads.shutdownNow();
        journal.close();
    }

    /** Runs until it is told to stop. */
    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty(Loopback.ALLOW_HOST_HEADER, "host");
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            SandboxSettings settings = SandboxSettings.from(System.getenv());
            Sandbox sandbox = start(settings);
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                sandbox.close();
                stopped.countDown();
            }));
            System.out.println("Rialto sandbox payment gateway on " + sandbox.url() + ", journal at "
                    + settings.journal().toAbsolutePath());
            stopped.await();
        } catch (SandboxSettings.WrongSetting e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }
}
