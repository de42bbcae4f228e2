package dev.rialto.recharge;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.MasterKey;
import dev.rialto.platform.Throttle;
import dev.rialto.platform.Tokens;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where recharge codes are redeemed: short transactions around the call to the provider (E21 to E29). */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Recharges {
    static final int TRIES = 5;
    static final int TRIES_WITH_CHALLENGE = 10;
    static final Duration WINDOW = Duration.ofMinutes(10);

    // hidden, so that they cannot stand in the constructor that the container calls
    @Inject
    CardCalls calls;

    @Inject
    Peppers peppers;

    @Inject
    Challenge challenge;

    @Inject
    SoldCodes sold;

    @Inject
    BarredAddresses barred;

    @Inject
    RechargeJudge judge;

    private RechargeBook book;
    private RechargeSettings settings;
    private Throttle throttle;
    private MasterKey master;
    private Clock clock;

    @Inject
    @SuppressWarnings("NullAway.Init")
    public Recharges(RechargeBook book, RechargeSettings settings, Throttle throttle, MasterKey master, Clock clock) {
        this.book = book;
        this.settings = settings;
        this.throttle = throttle;
        this.master = master;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Recharges() {}

    /**
     * Redeems a code. The same request again is answered with what became of the first.
     *
     * @return how far it is: done, failed, or still without the provider's answer
     * @throws DomainException {@link RechargeError#INVALID_RECHARGE} naming the fields, {@link RechargeError#PROOF_REFUSED},
     *     {@link RechargeError#CODE_REFUSED}, {@link RechargeError#ACCOUNT_REFUSED}, {@link RechargeError#NO_CARD},
     *     {@link RechargeError#PROVIDER_OFF}, {@link RechargeError#TOO_MANY_TRIES},
     *     {@code idempotency_key_reused} for another request under the same id
     */
    public RechargeView redeem(Caller caller, RechargeWish wish) {
        CodeText code = wish.checked();
        if (wish.solution() == null && barred.isBarred(wish.address())) {
            throw tooOften();
        }
        Caller worker = caller.asWorker();
        Attempt attempt = attempt(wish, code);
        List<String> tried = tried(wish);
        RechargeJudge.Judged judged = judge.judge(worker, attempt, tried, most(worker, wish));
        if (judged instanceof RechargeJudge.Judged.Known known) {
            return answered(view(caller, known.request()));
        }
        if (judged instanceof RechargeJudge.Judged.TooOften many) {
            barred.hearTooMany(wish.address(), many.tried().get(many.tried().size() - 1));
            throw tooOften();
        }
        if (judged instanceof RechargeJudge.Judged.Refused refused) {
            barred.hearRefused(wish.address(), refused.verdict());
        }
        RechargeView view = run(worker, attempt, judged);
        if (view.state() == RechargeView.State.DONE) {
            throttle.forgetAll(worker, tried);
            barred.free(wish.address());
        }
        return view;
    }

    private static DomainException tooOften() {
        return RechargeError.TOO_MANY_TRIES.because("challenge", "required");
    }

    private int most(Caller worker, RechargeWish wish) {
        return wish.solution() != null && challenge.isSolved(worker, wish.solution()) ? TRIES_WITH_CHALLENGE : TRIES;
    }

    private RechargeView run(Caller worker, Attempt attempt, RechargeJudge.Judged judged) {
        Facts.Code code = admit(worker, attempt, judged);
        CardGateway.Answer answer = calls.recharge(worker, attempt.id(), code, attempt.account());
        boolean done = answer instanceof CardGateway.Answer.Done;
        boolean refused = answer instanceof CardGateway.Answer.Refused;
        return new RechargeView(
                attempt.id(),
                attempt.channel(),
                done ? RechargeView.State.DONE : refused ? RechargeView.State.FAILED : RechargeView.State.UNKNOWN,
                RechargeBook.names(code.names()),
                refused ? "provider_refused" : null,
                attempt.masked(),
                answer instanceof CardGateway.Answer.Done yes ? yes.providerNumber() : null,
                settings.unit(),
                clock.instant(),
                done || refused ? clock.instant() : null);
    }

    /** A refusal is heard again as it was heard first. */
    private static RechargeView answered(RechargeView known) {
        if (known.state() == RechargeView.State.REFUSED) {
            throw refusal(known.refusal());
        }
        return known;
    }

    private static DomainException refusal(@Nullable String reason) {
        return switch (String.valueOf(reason)) {
            case "proof_refused" -> RechargeError.PROOF_REFUSED.because("proof", "refused");
            case "account_form" -> RechargeError.ACCOUNT_REFUSED.because("account", "form");
            case "provider_off" -> RechargeError.PROVIDER_OFF.now();
            case "no_card" -> RechargeError.NO_CARD.now();
            default -> RechargeError.CODE_REFUSED.because("code", "refused");
        };
    }

    private Attempt attempt(RechargeWish wish, CodeText code) {
        Account.Person person = new Account.Person(
                wish.name().strip(), wish.contact().strip(), wish.account().strip());
        return new Attempt(
                Ids.next(),
                wish.channel(),
                wish.site(),
                wish.address() == null ? "api" : "page",
                wish.clientKey(),
                wish.hash(code),
                peppers.marks(code),
                Account.mark(master, Proofs.CONTACT, wish.contact()),
                wish.proof(),
                wish.account().strip(),
                Account.mark(master, RechargeSearch.ACCOUNT, wish.account()),
                person.sealed(master));
    }

    /** The account first, the address last. */
    private static List<String> tried(RechargeWish wish) {
        List<String> tried =
                new ArrayList<>(List.of("recharge-account:" + wish.account().strip()));
        if (wish.address() != null) {
            tried.add("recharge:" + wish.address());
        }
        return tried;
    }

    /** Takes hold of what a good try needs; when another was faster, it is refused and written down. */
    private Facts.Code admit(Caller worker, Attempt attempt, RechargeJudge.Judged judged) {
        if (judged instanceof RechargeJudge.Judged.Refused refused) {
            throw refusal(refused.verdict().reason());
        }
        Facts facts = ((RechargeJudge.Judged.Good) judged).facts();
        Facts.Verdict verdict = hold(worker, attempt, facts);
        if (verdict != null) {
            judge.refuse(worker, attempt, facts, verdict);
            throw refusal(verdict.reason());
        }
        return Objects.requireNonNull(facts.code());
    }

    private Facts.@Nullable Verdict hold(Caller worker, Attempt attempt, Facts facts) {
        try {
            book.hold(worker, attempt, facts);
            return null;
        } catch (RechargeBook.Lost another) {
            return another.verdict();
        }
    }

    /**
     * An account to be recharged with a code that was just sold.
     *
     * @param sale its id stands for the request: asked again, it is the same one
     */
    public record Direct(UUID sale, UUID channel, UUID site, UUID code, String name, String contact, String account) {
        @Override
        public String toString() {
            return "recharge for sale " + sale;
        }
    }

    /**
     * Recharges an account with a code that was just sold, without anybody typing it (E38).
     *
     * @param caller a worker
     * @return how far it is; refused when something is wrong with account, card or provider
     */
    public RechargeView redeemSold(Caller caller, Direct direct) {
        Attempt attempt = attempt(caller, direct);
        RechargeJudge.Judged judged = judge.judge(caller, attempt, List.of(), 0);
        if (judged instanceof RechargeJudge.Judged.Known known) {
            return view(caller, known.request());
        }
        try {
            return run(caller, attempt, judged);
        } catch (DomainException refused) {
            return book.view(caller, attempt.id()).orElseThrow(() -> refused);
        }
    }

    private Attempt attempt(Caller worker, Direct direct) {
        return new Attempt(
                Ids.next(),
                direct.channel(),
                direct.site(),
                "order",
                "sale:" + direct.sale(),
                Tokens.hash(direct.sale() + direct.account()),
                List.of(sold.mark(worker, direct.code())),
                null,
                "",
                direct.account(),
                Account.mark(master, RechargeSearch.ACCOUNT, direct.account()),
                new Account.Person(direct.name(), direct.contact(), direct.account()).sealed(master));
    }

    /**
     * What has become of a recharge; its id is known to the one who asked alone.
     *
     * @throws DomainException {@link RechargeError#RECHARGE_NOT_FOUND}
     */
    public RechargeView view(Caller caller, UUID request) {
        return book.view(caller.asWorker(), request).orElseThrow(RechargeError.RECHARGE_NOT_FOUND::now);
    }

    /** A riddle for a browser that has tried too often; solving it takes seconds (E33). */
    public String challenge(Caller caller) {
        return challenge.next();
    }

    /**
     * Asks providers again what became of recharges whose answer was lost.
     *
     * @param caller a worker
     * @return how many were asked about
     */
    public int settleUnknown(Caller caller, int limit) {
        return calls.settleUnknown(caller, limit);
    }

    /**
     * Takes a provider's call-back.
     *
     * @throws DomainException {@link RechargeError#CALL_BACK_REFUSED} when it is not the provider's own (E37)
     */
    public void hear(Caller caller, String provider, CardNews news) {
        calls.hear(caller.asWorker(), provider, news);
    }

    /** For those who set providers up: the ways of talking this installation knows. */
    public List<String> adapters(Caller caller) {
        return calls.adapters();
    }
}
