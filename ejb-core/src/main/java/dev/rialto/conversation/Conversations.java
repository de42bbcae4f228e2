package dev.rialto.conversation;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Page;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Throttle;
import dev.rialto.seller.Permissions;
import dev.rialto.seller.SellerError;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Messages between buyer and seller about an order, and disputes before the mall. */
@Stateless
@Boundary
public class Conversations {
    private static final int MOST_AN_HOUR = 30;

    private ConversationRows rows;
    private ConversationReads reads;
    private ConversationNews news;
    private Throttle throttle;
    private Audit audit;

    @Inject
    public Conversations(
            ConversationRows rows, ConversationReads reads, ConversationNews news, Throttle throttle, Audit audit) {
        this.rows = rows;
        this.reads = reads;
        this.news = news;
        this.throttle = throttle;
        this.audit = audit;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Conversations() {}

    /**
     * The conversations of an order, one for each of its sub-orders that the caller may see; what the buyer sees is read
     * from then on. Somebody else's order has none.
     */
    public List<ConversationView> ofOrder(Caller caller, String orderNumber) {
        List<ConversationView> found = reads.ofOrder(orderNumber, Side.of(caller));
        found.forEach(one -> seen(caller, one));
        return found;
    }

    /**
     * One conversation, for staff; it is read from then on.
     *
     * @throws DomainException {@link ConversationError#CONVERSATION_NOT_FOUND}; the permission {@code order.view} is missing
     */
    public ConversationView view(Caller caller, UUID id) {
        Permissions.require(caller, Permissions.ORDER_VIEW);
        ConversationView found = reads.byId(id, Side.of(caller)).orElseThrow(ConversationRows::unknown);
        seen(caller, found);
        return found;
    }

    /**
     * The conversation of a sub-order, for staff who want to write first; it stays out of lists until something is said.
     *
     * @throws DomainException {@link ConversationError#CONVERSATION_NOT_FOUND}; the permission {@code order.edit} is missing
     */
    public UUID of(Caller caller, UUID subOrderId) {
        Permissions.require(caller, Permissions.ORDER_EDIT);
        return rows.enter(subOrderId).id();
    }

    private void seen(Caller caller, ConversationView one) {
        if (one.id() != null && one.unread() > 0) {
            rows.seen(one.id(), Side.of(caller));
        }
    }

    /**
     * The conversations of the mall or of a seller, the latest first; one statement.
     *
     * @throws DomainException {@link ConversationError#CONVERSATION_FILTER_INVALID}; the permission {@code order.view} is
     *     missing
     */
    public Page<ConversationSummary> list(Caller caller, ConversationFilter filter) {
        Permissions.require(caller, Permissions.ORDER_VIEW);
        return reads.list(filter, Side.of(caller));
    }

    /**
     * Says something about a sub-order, as its buyer, its seller or the mall; the other side is mailed.
     *
     * @throws DomainException {@link ConversationError#MESSAGE_INVALID} naming {@code message},
     *     {@link ConversationError#CONVERSATION_CLOSED}, {@link ConversationError#CONVERSATION_NOT_FOUND} for somebody
     *     else's as for none, {@link ConversationError#TOO_MANY_MESSAGES}; staff need {@code order.edit}
     */
    public void write(Caller caller, UUID subOrderId, String message) {
        String text = MessageText.of("message", message);
        ConversationRows.Standing standing = entered(caller, subOrderId);
        rows.say(caller, standing, new ConversationRows.Said(ConversationView.Kind.MESSAGE, text));
        tellOthers(caller, standing, ConversationView.Kind.MESSAGE);
    }

    /**
     * Brings a conversation before the mall, as its buyer or seller; both are mailed, and the mall's operators.
     *
     * @throws DomainException as {@link #write}, naming {@code reason}; {@link ConversationError#ALREADY_DISPUTED}
     */
    public void dispute(Caller caller, UUID subOrderId, String reason) {
        String text = MessageText.of("reason", reason);
        ConversationRows.Standing standing = entered(caller, subOrderId);
        if (standing.state() == ConversationState.DISPUTED) {
            throw ConversationError.ALREADY_DISPUTED.now();
        }
        rows.dispute(standing.id(), Side.of(caller));
        rows.say(caller, standing, new ConversationRows.Said(ConversationView.Kind.DISPUTE, text));
        tellOthers(caller, standing, ConversationView.Kind.DISPUTE);
        news.tell(
                caller.asWorker(),
                new ConversationNews.Telling(standing.id(), Side.MALL, ConversationView.Kind.DISPUTE));
    }

    /** The conversation, made when there is none, and locked; it must not be over. */
    private ConversationRows.Standing entered(Caller caller, UUID subOrderId) {
        if (caller.role() != Caller.Role.SHOPPER) {
            Permissions.require(caller, Permissions.ORDER_EDIT);
        }
        ConversationRows.Standing standing = rows.enter(subOrderId);
        if (standing.state() == ConversationState.DECIDED) {
            throw ConversationError.CONVERSATION_CLOSED.now();
        }
        String key = "message:" + Side.of(caller).stored() + ":" + standing.id();
        if (throttle.count(caller.asWorker(), key, Duration.ofHours(1)) > MOST_AN_HOUR) {
            throw ConversationError.TOO_MANY_MESSAGES.now();
        }
        return standing;
    }

    /** A mail to each other side that has read all before, or was last mailed an hour ago. */
    private void tellOthers(Caller caller, ConversationRows.Standing standing, ConversationView.Kind kind) {
        for (Side side : List.of(Side.BUYER, Side.SELLER)) {
            if (side != Side.of(caller) && rows.isToBeMailed(standing, side, kind)) {
                rows.mailed(standing.id(), side);
                news.tell(caller.asWorker(), new ConversationNews.Telling(standing.id(), side, kind));
            }
        }
    }

    /**
     * Decides a dispute for the buyer or the seller and ends it; both are mailed.
     *
     * @throws DomainException {@link ConversationError#MESSAGE_INVALID} naming {@code reason},
     *     {@link ConversationError#NOT_DISPUTED}, {@link ConversationError#CONVERSATION_CHANGED},
     *     {@link ConversationError#CONVERSATION_NOT_FOUND}; not an operator with {@code order.edit}
     */
    public void decide(Caller caller, Decision decision) {
        Permissions.require(caller, Permissions.ORDER_EDIT);
        if (caller.role() != Caller.Role.MALL) {
            throw SellerError.NOT_PERMITTED.because("permission", Permissions.ORDER_EDIT);
        }
        String text = MessageText.of("reason", decision.reason());
        ConversationRows.Standing standing = rows.locked(decision.conversationId());
        if (standing.state() != ConversationState.DISPUTED) {
            throw ConversationError.NOT_DISPUTED.now();
        }
        if (standing.version() != decision.version()) {
            throw ConversationError.CONVERSATION_CHANGED.now();
        }
        rows.say(caller, standing, new ConversationRows.Said(ConversationView.Kind.DECISION, text));
        rows.decide(caller, decision);
        audit.record(
                caller,
                Audit.Deed.of("conversation.decided_for_" + decision.favour().stored(), "conversation", standing.id())
                        .because(text));
        tellOthers(caller, standing, ConversationView.Kind.DECISION);
    }
}
