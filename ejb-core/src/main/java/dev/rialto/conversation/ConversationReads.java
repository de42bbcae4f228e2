package dev.rialto.conversation;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.kernel.Keyset;
import dev.rialto.kernel.Page;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads conversations, each with one statement; row-level security decides which there are. */
@ApplicationScoped
class ConversationReads {
    private static final int MOST = 200;
    private static final TypeReference<List<ConversationView.Message>> MESSAGES = new TypeReference<>() {};
    private static final String SELECT = """
            select c.id, s.id as sub_order_id, s.order_id, s.number, s.seller_name, p.name as buyer_name,
                   upper(coalesce(c.state, 'open')) as state, coalesce(c.%s_unread, 0) as unread, c.answer_due_at,
                   upper(c.decided_for) as decided_for, coalesce(c.version, 0) as version,
                   (select coalesce(json_agg(json_build_object('author', upper(m.author), 'kind', upper(m.kind),
                        'body', m.body, 'at', m.at, 'accountId', m.account_id) order by m.at, m.id), '[]')
                    from conversation_message m where m.conversation_id = c.id) as messages
            from sub_order s
            left join conversation c on c.sub_order_id = s.id
            left join purchase_contact p on p.order_id = s.order_id
            """;

    private final Database database;

    @Inject
    ConversationReads(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ConversationReads() {
        this(null);
    }

    private record Row(
            @Nullable UUID id,
            UUID subOrderId,
            UUID orderId,
            String number,
            String sellerName,
            @Nullable String buyerName,
            ConversationState state,
            int unread,
            @Nullable Instant answerDueAt,
            @Nullable Side decidedFor,
            long version,
            String messages) {

        ConversationView view() {
            return new ConversationView(
                    id,
                    subOrderId,
                    orderId,
                    number,
                    sellerName,
                    buyerName,
                    state,
                    unread,
                    answerDueAt,
                    decidedFor,
                    Json.read(messages, MESSAGES),
                    version);
        }
    }

    List<ConversationView> ofOrder(String number, Side reader) {
        return database
                .sql()
                .createQuery(
                        SELECT.formatted(reader.stored())
                                + " where s.order_id = (select o.id from purchase o where o.number = :number) order by s.number")
                .bind("number", number)
                .mapTo(Row.class)
                .stream()
                .map(Row::view)
                .toList();
    }

    Optional<ConversationView> byId(UUID id, Side reader) {
        return database.sql()
                .createQuery(SELECT.formatted(reader.stored()) + " where c.id = :id")
                .bind("id", id)
                .mapTo(Row.class)
                .findOne()
                .map(Row::view);
    }

    Page<ConversationSummary> list(ConversationFilter filter, Side reader) {
        if (filter.limit() < 1 || filter.limit() > MOST) {
            throw ConversationError.CONVERSATION_FILTER_INVALID.because("limit", "out_of_range");
        }
        Keyset after = Keyset.read(filter.cursor(), ConversationError.CONVERSATION_FILTER_INVALID);
        return Page.of(
                query(filter, after, reader),
                filter.limit(),
                Function.identity(),
                last -> Keyset.after(last.lastAt(), last.id()));
    }

    private List<ConversationSummary> query(ConversationFilter filter, Keyset after, Side reader) {
        String text = filter.text() == null || filter.text().isBlank()
                ? null
                : filter.text().strip();
        return database.sql()
                .createQuery("""
                        select c.id, s.number, s.seller_name, p.name as buyer_name, upper(c.state) as state,
                               c.%s_unread as unread, last.body as last_text, c.last_at, c.answer_due_at
                        from conversation c
                        join sub_order s on s.id = c.sub_order_id
                        left join purchase_contact p on p.order_id = c.order_id
                        cross join lateral (
                            select left(m.body, 160) as body from conversation_message m
                            where m.conversation_id = c.id order by m.at desc, m.id desc limit 1) last
                        where (:state::text is null or c.state = :state)
                          and (not :unanswered or c.answer_due_at is not null)
                          and (:text::text is null or starts_with(s.number, upper(:text))
                               or strpos(lower(p.name), lower(:text)) > 0
                               or strpos(lower(s.seller_name), lower(:text)) > 0)
                          and (:at::timestamptz is null or (c.last_at, c.id) < (:at, :id::uuid))
                        order by c.last_at desc, c.id desc limit :limit
                        """.formatted(reader.stored()))
                .bind("state", filter.state() == null ? null : filter.state().stored())
                .bind("unanswered", filter.unanswered())
                .bind("text", text)
                .bind("at", after.at())
                .bind("id", after.id())
                .bind("limit", filter.limit() + 1)
                .mapTo(ConversationSummary.class)
                .list();
    }
}
