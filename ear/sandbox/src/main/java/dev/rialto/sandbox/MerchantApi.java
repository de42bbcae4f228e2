package dev.rialto.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What merchants call, with their key as bearer token. {@code Sandbox-Fault: drop_answer} and the like bring a fault
 * about for one request.
 */
final class MerchantApi {
    private static final int MOST_EVIDENCE = 32 << 20;

    private final SessionBook book;
    private final DisputeBook disputes;
    private final AccountBook accounts;
    private final Switches switches;
    private final String key;
    private final String publicUrl;

    MerchantApi(
            SessionBook book,
            DisputeBook disputes,
            AccountBook accounts,
            Switches switches,
            String key,
            String publicUrl) {
        this.book = book;
        this.disputes = disputes;
        this.accounts = accounts;
        this.switches = switches;
        this.key = key;
        this.publicUrl = publicUrl;
    }

    void answer(Call call) throws IOException {
        authenticate(call);
        String[] path = call.pathAfter("/v1");
        String route = (call.is("POST") ? "POST " : call.is("GET") ? "GET " : "? ") + path[0] + " " + path.length;
        switch (route) {
            case "POST sessions 1" -> open(call);
            case "GET sessions 1" -> byReference(call);
            case "GET sessions 2" -> call.json(200, view(book.require(path[1])));
            case "POST accounts 1" -> openAccount(call);
            case "GET accounts 2" -> call.json(200, accounts.require(path[1]));
            case "POST accounts 3" -> changeAccount(call, path[1], path[2]);
            case "POST cards 3" -> forgetCard(call, path[1], path[2]);
            case "POST disputes 3" -> answerDispute(call, path[1]);
            case "POST sessions 3" -> {
                if (path[2].equals("disputes")) {
                    call.json(201, view(disputes.open(path[1], call.json(DisputeBook.Opening.class))));
                } else {
                    change(call, path[1], kind(path[2]));
                }
            }
            case "GET requests 2" -> request(call, path[1]);
            default -> throw new Refusal(404, "not_found", "there is no " + call.path());
        }
    }

    void authenticate(Call call) {
        byte[] given = call.header("Authorization").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, ("Bearer " + key).getBytes(StandardCharsets.UTF_8))) {
            throw new Refusal(401, "unauthenticated", "the merchant's key is missing or wrong");
        }
    }

    private static Entry.Kind kind(String name) {
        return switch (name) {
            case "captures" -> Entry.Kind.CAPTURED;
            case "voids" -> Entry.Kind.VOIDED;
            case "refunds" -> Entry.Kind.REFUNDED;
            default -> throw new Refusal(404, "not_found", "there is no " + name);
        };
    }

    private void open(Call call) throws IOException {
        Opening opening = call.json(Opening.class);
        boolean isNew = book.isNew(opening.requestId());
        Trouble trouble = Trouble.of(switches, call, opening.amount(), isNew);
        trouble.before();
        Session session = book.open(opening, trouble.refuses());
        trouble.answer(call, isNew ? 201 : 200, view(session));
    }

    private void openAccount(Call call) throws IOException {
        Account.Opening opening = call.json(Account.Opening.class);
        boolean isNew = book.isNew(opening.requestId());
        Trouble trouble = Trouble.of(switches, call, opening.amount(), isNew);
        trouble.before();
        trouble.answer(call, isNew ? 201 : 200, accounts.open(opening, trouble.refuses()));
    }

    /** Money that a buyer sends, for trying out; or the end of the account. */
    private record Transfer(long amount, @Nullable String payer) {}

    private void changeAccount(Call call, String id, String what) throws IOException {
        switch (what) {
            case "voids" -> call.json(200, accounts.close(id, call.json(Change.class)));
            case "payments" -> {
                Transfer transfer = call.json(Transfer.class);
                call.json(201, accounts.payIn(id, transfer.amount(), transfer.payer() == null ? "" : transfer.payer()));
            }
            default -> throw new Refusal(404, "not_found", "there is no " + what);
        }
    }

    private void forgetCard(Call call, String token, String what) throws IOException {
        if (!what.equals("forget")) {
            throw new Refusal(404, "not_found", "there is no " + what);
        }
        Change change = call.json(Change.class);
        Trouble trouble = Trouble.of(switches, call, 0, book.isNew(change.requestId()));
        trouble.before();
        book.forget(token, change);
        trouble.answer(call, 200, Map.of("forgotten", token));
    }

    /** A merchant's answer to a chargeback; files come with it. */
    private void answerDispute(Call call, String dispute) throws IOException {
        DisputeBook.Answer answer = call.json(DisputeBook.Answer.class, MOST_EVIDENCE);
        boolean isNew = book.isNew(answer.requestId());
        Trouble trouble = Trouble.of(switches, call, book.ofDispute(dispute).amount(), isNew);
        trouble.before();
        Session session = disputes.answer(dispute, answer, trouble.refuses());
        trouble.answer(call, isNew ? 201 : 200, view(session));
    }

    private void change(Call call, String id, Entry.Kind kind) throws IOException {
        Change change = call.json(Change.class);
        boolean isNew = book.isNew(change.requestId());
        Trouble trouble = Trouble.of(switches, call, book.require(id).amount(), isNew);
        trouble.before();
        Operation done = book.change(id, kind, change, trouble.refuses());
        trouble.answer(call, isNew ? 201 : 200, Map.of("operation", done, "session", view(book.require(id))));
    }

    private void byReference(Call call) throws IOException {
        String reference = call.query().getOrDefault("merchant_reference", "");
        List<SessionView> found =
                book.ofReference(reference).stream().map(this::view).toList();
        call.json(200, Map.of("sessions", found));
    }

    /** What a request id did; with it the session, for those who lost an answer. */
    private void request(Call call, String requestId) throws IOException {
        Operation done = book.operation(requestId)
                .orElseThrow(() -> new Refusal(404, "not_found", "nothing was done under this request id"));
        call.json(
                200,
                book.find(done.session())
                        .<Object>map(session -> Map.of("operation", done, "session", view(session)))
                        .orElse(Map.of("operation", done)));
    }

    private SessionView view(Session session) {
        return session.view(book.now(), publicUrl);
    }

    /** What is to go wrong with one request; a request that was done before is answered plainly. */
    private record Trouble(boolean unavailable, boolean refuses, boolean drops, int delayMillis) {

        static Trouble of(Switches switches, Call call, long amount, boolean isNew) {
            if (!isNew) {
                return new Trouble(false, false, false, 0);
            }
            String asked = call.header("Sandbox-Fault");
            return new Trouble(
                    happens(switches, Fault.UNAVAILABLE, amount, asked),
                    happens(switches, Fault.REFUSE, amount, asked),
                    happens(switches, Fault.DROP_ANSWER, amount, asked),
                    happens(switches, Fault.DELAY, amount, asked) ? switches.delayMillis() : 0);
        }

        private static boolean happens(Switches switches, Fault fault, long amount, @Nullable String asked) {
            boolean isAsked = asked != null
                    && Arrays.asList(asked.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                            .contains(fault.label());
            return isAsked || switches.happens(fault, amount);
        }

        void before() {
            Call.pause(delayMillis);
            if (unavailable) {
                throw new Refusal(503, "unavailable", "the gateway is switched to be unavailable");
            }
        }

        void answer(Call call, int status, Object body) throws IOException {
            if (drops) {
                call.drop();
            } else {
                call.json(status, body);
            }
        }
    }
}
