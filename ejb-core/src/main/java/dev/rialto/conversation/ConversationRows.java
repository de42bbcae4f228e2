package dev.rialto.conversation;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes conversations under the caller's own policy. */
@ApplicationScoped
class ConversationRows {
    private static final Duration BURST = Duration.ofHours(1);
    private static final Duration TO_ANSWER = Duration.ofHours(24);
    private static final String STANDING = """
            select id, tenant_id, upper(state) as state, buyer_unread, seller_unread, buyer_mailed_at, seller_mailed_at,
                   version
            from conversation where %s = :id for update
            """;

    private final Database database;
    private final Clock clock;

    @Inject
    ConversationRows(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ConversationRows() {
        this(null, null);
    }

    /** How it stood before the caller did something. */
    record Standing(
            UUID id,
            UUID tenantId,
            ConversationState state,
            int buyerUnread,
            int sellerUnread,
            @Nullable Instant buyerMailedAt,
            @Nullable Instant sellerMailedAt,
            long version) {}

    /** A message to be kept. */
    record Said(ConversationView.Kind kind, String text) {}

    static DomainException unknown() {
        return ConversationError.CONVERSATION_NOT_FOUND.now();
    }

    /** The conversation of a sub-order, made when there is none yet, and locked. */
    Standing enter(UUID subOrder) {
        database.sql()
                .createUpdate("""
                        insert into conversation (id, sub_order_id, order_id, tenant_id, opened_at, last_at)
                        select :id, s.id, s.order_id, s.tenant_id, :now, :now from sub_order s where s.id = :subOrder
                        on conflict (sub_order_id) do nothing
                        """)
                .bind("id", Ids.next())
                .bind("subOrder", subOrder)
                .bind("now", clock.instant())
                .execute();
        return locked("sub_order_id", subOrder);
    }

    Standing locked(UUID conversation) {
        return locked("id", conversation);
    }

    private Standing locked(String column, UUID id) {
        return database.sql()
                .createQuery(STANDING.formatted(column))
                .bind("id", id)
                .mapTo(Standing.class)
                .findOne()
                .orElseThrow(ConversationRows::unknown);
    }

    /** Keeps a message; it is new for the other sides. A buyer's waits for an answer, a seller's is one. */
    void say(Caller caller, Standing standing, Said said) {
        Side author = Side.of(caller);
        database.sql()
                .createUpdate("""
                        with said as (
                            insert into conversation_message (id, conversation_id, tenant_id, author, kind, account_id, body, at)
                            values (:message, :id, :tenant, :author, :kind, :account, :body, :now))
                        update conversation set last_at = :now, version = version + 1,
                            buyer_unread = case when :author = 'buyer' then 0 else buyer_unread + 1 end,
                            seller_unread = case when :author = 'seller' then 0 else seller_unread + 1 end,
                            mall_unread = case when :author = 'mall' then 0 else mall_unread + 1 end,
                            answer_due_at = case when :author = 'buyer' then coalesce(answer_due_at, :due)
                                                 when :author = 'seller' then null else answer_due_at end
                        where id = :id
                        """)
                .bind("message", Ids.next())
                .bind("id", standing.id())
                .bind("tenant", standing.tenantId())
                .bind("author", author.stored())
                .bind("kind", said.kind().name().toLowerCase(java.util.Locale.ROOT))
                .bind("account", caller.account())
                .bind("body", said.text())
                .bind("now", clock.instant())
                .bind("due", clock.instant().plus(TO_ANSWER))
                .execute();
    }

    void dispute(UUID conversation, Side by) {
        database.sql()
                .createUpdate("""
                        update conversation set state = 'disputed', disputed_by = :by, disputed_at = :now where id = :id
                        """)
                .bind("by", by.stored())
                .bind("now", clock.instant())
                .bind("id", conversation)
                .execute();
    }

    void decide(Caller caller, Decision decision) {
        database.sql()
                .createUpdate("""
                        update conversation set state = 'decided', decided_for = :favour, decided_by = :account,
                            decided_at = :now, answer_due_at = null
                        where id = :id
                        """)
                .bind("favour", decision.favour().stored())
                .bind("account", caller.account())
                .bind("now", clock.instant())
                .bind("id", decision.conversationId())
                .execute();
    }

    void seen(UUID conversation, Side side) {
        database.sql()
                .createUpdate("update conversation set " + side.stored() + "_unread = 0 where id = :id")
                .bind("id", conversation)
                .execute();
    }

    /** A burst is mailed once; disputes and decisions always. */
    boolean isToBeMailed(Standing standing, Side side, ConversationView.Kind kind) {
        Instant before = side == Side.BUYER ? standing.buyerMailedAt() : standing.sellerMailedAt();
        int unread = side == Side.BUYER ? standing.buyerUnread() : standing.sellerUnread();
        return kind != ConversationView.Kind.MESSAGE
                || unread == 0
                || before == null
                || before.isBefore(clock.instant().minus(BURST));
    }

    void mailed(UUID conversation, Side side) {
        database.sql()
                .createUpdate("update conversation set " + side.stored() + "_mailed_at = :now where id = :id")
                .bind("now", clock.instant())
                .bind("id", conversation)
                .execute();
    }
}
