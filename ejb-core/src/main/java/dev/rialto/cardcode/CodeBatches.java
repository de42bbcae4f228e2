package dev.rialto.cardcode;

import dev.rialto.channel.CardProduct;
import dev.rialto.channel.CardProducts;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Keyset;
import dev.rialto.kernel.Page;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.recharge.CodeText;
import dev.rialto.recharge.RechargeSettings;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Codes made together: asked for, approved, made by a job, exported once, then readable by nobody (E11, E17, E19). */
@Stateless
@Boundary
public class CodeBatches {
    /** The name of the runs that make codes. */
    public static final String JOB = "recharge-codes";

    private static final int MOST = 500;
    private static final String VIEWS = """
            select b.id, b.tenant_id as channel_id, n.name as channel, b.product_id, p.sku, b.origin,
                   upper(b.state) as state, b.quantity, b.made, b.note, b.run_id, b.expires_on, b.asked_by, b.asked_at,
                   b.approved_at, b.exported_at, b.confirmed_at
            from code_batch b join card_product p on p.id = b.product_id join seller n on n.id = b.tenant_id
            """;

    private Database database;
    private BatchBook book;
    private CardProducts products;
    private RechargeSettings settings;
    private Audit audit;
    private Clock clock;

    @Inject
    public CodeBatches(
            Database database,
            BatchBook book,
            CardProducts products,
            RechargeSettings settings,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.book = book;
        this.products = products;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected CodeBatches() {}

    /**
     * Asks for codes of the caller's own channel, one for each card; a large batch waits for a second person.
     *
     * @return the batch
     * @throws DomainException {@link CodeError#INVALID_BATCH} naming the fields,
     *     {@code cards_short} when there are not so many free cards (E17), {@code product_not_found}
     */
    public UUID ask(Caller caller, UUID product, int quantity, String note) {
        Permissions.require(caller, Permissions.CODE_EDIT);
        new Violations()
                .check(quantity >= 1 && quantity <= settings.mostCodes(), "quantity", "range", 1, settings.mostCodes())
                .optionalText("note", note, 200)
                .raise(CodeError.INVALID_BATCH);
        CardProduct card = active(caller, product);
        BatchBook.Draft draft =
                new BatchBook.Draft(Ids.next(), caller.requireTenant(), product, quantity, note.strip(), endOf(card));
        book.ask(caller.asWorker(), draft, quantity <= settings.fourEyesAbove());
        audit.record(
                caller,
                Audit.Deed.of("code-batch.ask", "code-batch", draft.id()).changing(null, "" + quantity));
        return draft.id();
    }

    private CardProduct active(Caller caller, UUID product) {
        CardProduct card = products.view(caller, product);
        if (!card.active()) {
            throw CodeError.INVALID_BATCH.because("productId", "off");
        }
        return card;
    }

    private LocalDate endOf(CardProduct card) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(card.validityDays());
    }

    /**
     * Says yes as the second person; the job begins (four eyes).
     *
     * @throws DomainException {@link CodeError#SECOND_PERSON_NEEDED} for the one who asked,
     *     {@link CodeError#BATCH_NOT_FOUND}, {@link CodeError#BATCH_STATE}
     */
    public void approve(Caller caller, UUID batch) {
        Permissions.require(caller, Permissions.CODE_APPROVE);
        BatchView known = own(caller, batch);
        UUID account = caller.signedIn().orElseThrow(CodeError.SECOND_PERSON_NEEDED::now);
        if (account.equals(known.askedBy())) {
            throw CodeError.SECOND_PERSON_NEEDED.now();
        }
        book.approve(caller.asWorker(), batch);
        audit.record(caller, Audit.Deed.of("code-batch.approve", "code-batch", batch));
    }

    /** Takes back what waits or broke off, or stops the job at its next step; codes that were made stay. */
    public void cancel(Caller caller, UUID batch) {
        Permissions.require(caller, Permissions.CODE_EDIT);
        own(caller, batch);
        book.cancel(caller.asWorker(), batch);
        audit.record(caller, Audit.Deed.of("code-batch.cancel", "code-batch", batch));
    }

    /** Lets a batch go on whose job broke off; the codes that are there stay. */
    public void resume(Caller caller, UUID batch) {
        Permissions.require(caller, Permissions.CODE_EDIT);
        own(caller, batch);
        book.resume(caller.asWorker(), batch);
        audit.record(caller, Audit.Deed.of("code-batch.resume", "code-batch", batch));
    }

    /**
     * The codes of a batch as a ZIP of one CSV file, encrypted with AES-256 under the password. From then on they may be
     * redeemed.
     *
     * @param password at least 12 characters; kept nowhere
     * @throws DomainException {@link CodeError#INVALID_BATCH} naming the password, {@link CodeError#BATCH_STATE} when
     *     the codes are not made yet, or can no longer be read
     */
    public byte[] export(Caller caller, UUID batch, String password) {
        Permissions.require(caller, Permissions.CODE_EDIT);
        BatchView known = own(caller, batch);
        new Violations()
                .check(password.length() >= 12, "password", "too_short", 12)
                .check(password.length() <= 100, "password", "too_long", 100)
                .raise(CodeError.INVALID_BATCH);
        List<BatchBook.Readable> codes = book.read(caller.asWorker(), batch);
        audit.record(caller, Audit.Deed.of("code-batch.export", "code-batch", batch));
        return CodeArchive.of(known.sku(), codes, password);
    }

    /** The same codes as labels with a QR code each, 24 to a page. */
    public byte[] labels(Caller caller, UUID batch) {
        Permissions.require(caller, Permissions.CODE_EDIT);
        BatchView known = own(caller, batch);
        if (known.made() > CodeLabels.MOST) {
            throw CodeError.INVALID_BATCH.because("batch", "too_many_labels");
        }
        List<BatchBook.Readable> codes = book.read(caller.asWorker(), batch);
        audit.record(caller, Audit.Deed.of("code-batch.labels", "code-batch", batch));
        return CodeLabels.of(known, codes);
    }

    /** Says that the export arrived: the batch's key is destroyed and nobody reads its codes again. */
    public void confirm(Caller caller, UUID batch) {
        Permissions.require(caller, Permissions.CODE_EDIT);
        own(caller, batch);
        book.confirm(caller.asWorker(), batch);
        audit.record(caller, Audit.Deed.of("code-batch.confirm", "code-batch", batch));
    }

    /**
     * Takes every code of a batch that is not used out of use; their cards are free again.
     *
     * @return how many
     */
    public int takeOut(Caller caller, UUID batch, String reason) {
        Permissions.require(caller, Permissions.CODE_EDIT);
        new Violations().text("reason", reason, 200).raise(CodeError.INVALID_BATCH);
        own(caller, batch);
        int ended = book.takeOut(caller.asWorker(), batch, reason.strip());
        audit.record(
                caller, Audit.Deed.of("code-batch.void", "code-batch", batch).because(reason));
        return ended;
    }

    /**
     * Takes codes over that the provider handed out itself, one a line.
     *
     * @return the batch
     * @throws DomainException {@link CodeError#INVALID_BATCH} naming the lines that are no codes or stand there twice,
     *     {@code cards_short}
     */
    public UUID handOver(Caller caller, UUID product, String lines) {
        Permissions.require(caller, Permissions.CODE_EDIT);
        CardProduct card = active(caller, product);
        List<CodeText> codes = HandedOver.read(lines);
        BatchBook.Draft draft =
                new BatchBook.Draft(Ids.next(), caller.requireTenant(), product, codes.size(), "", endOf(card));
        book.handOver(caller.asWorker(), draft, codes);
        audit.record(
                caller,
                Audit.Deed.of("code-batch.hand-over", "code-batch", draft.id()).changing(null, "" + codes.size()));
        return draft.id();
    }

    /** The batches of the caller's tree, latest first. */
    public Page<BatchView> list(Caller caller, @Nullable String cursor, int limit) {
        Permissions.require(caller, Permissions.CODE_VIEW);
        Keyset after = Keyset.read(cursor, CodeError.INVALID_BATCH);
        int most = Math.max(1, Math.min(MOST, limit));
        List<BatchView> found = database.sql()
                .createQuery(VIEWS + """
                        where (:at::timestamptz is null or (b.asked_at, b.id) < (:at, :id::uuid))
                        order by b.asked_at desc, b.id desc limit :limit
                        """)
                .bindMethods(after)
                .bind("limit", most + 1)
                .mapTo(BatchView.class)
                .list();
        return Page.of(found, most, batch -> batch, batch -> Keyset.after(batch.askedAt(), batch.id()));
    }

    /**
     * One batch.
     *
     * @throws DomainException {@link CodeError#BATCH_NOT_FOUND}, also outside the caller's tree
     */
    public BatchView view(Caller caller, UUID batch) {
        Permissions.require(caller, Permissions.CODE_VIEW);
        return database.sql()
                .createQuery(VIEWS + "where b.id = :id")
                .bind("id", batch)
                .mapTo(BatchView.class)
                .findOne()
                .orElseThrow(CodeError.BATCH_NOT_FOUND::now);
    }

    private BatchView own(Caller caller, UUID batch) {
        BatchView known = view(caller, batch);
        if (caller.role() == Caller.Role.TENANT && !known.channelId().equals(caller.requireTenant())) {
            throw CodeError.BATCH_NOT_FOUND.now();
        }
        return known;
    }
}
