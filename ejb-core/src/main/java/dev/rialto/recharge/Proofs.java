package dev.rialto.recharge;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.MasterKey;
import dev.rialto.platform.Throttle;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Verification codes for those who want to recharge: sent to their mail address or phone, good once (E32). */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Proofs {
    static final String CONTACT = "recharge-contact";
    private static final int PER_CONTACT = 3;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final SecureRandom random = new SecureRandom();
    private ProofBook book;
    private Throttle throttle;
    private MasterKey master;

    @Inject
    PhoneGateway phones;

    @Inject
    RechargeSettings settings;

    @Inject
    @SuppressWarnings("NullAway.Init")
    public Proofs(ProofBook book, Throttle throttle, MasterKey master) {
        this.book = book;
        this.throttle = throttle;
        this.master = master;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Proofs() {}

    /**
     * A verification code that is wanted.
     *
     * @param channel whose page or program it is
     * @param shop how the sender is named
     * @param contact a mail address, or a phone number beginning with {@code +}
     * @param address from where it is asked, for limits; null from a program
     */
    public record Wish(
            UUID channel,
            String shop,
            String contact,
            String language,
            @Nullable String address) {}

    /**
     * Sends a verification code; one sent before opens nothing any more.
     *
     * @throws DomainException {@link RechargeError#INVALID_RECHARGE} naming the contact,
     *     {@link RechargeError#TOO_MANY_PROOFS}, {@link RechargeError#CONTACT_NOT_REACHED} for phones where no service is set
     */
    public void send(Caller caller, Wish wish) {
        String contact = wish.contact().strip();
        new Violations()
                .text("contact", contact, 254)
                .check(contact.isBlank() || RechargeWish.isContact(contact), "contact", "invalid")
                .raise(RechargeError.INVALID_RECHARGE);
        boolean phone = contact.startsWith("+");
        if (phone && !phones.isSet()) {
            throw RechargeError.CONTACT_NOT_REACHED.because("contact", "mail_only");
        }
        Caller worker = caller.asWorker();
        count(worker, wish);
        String code = "%06d".formatted(random.nextInt(1_000_000));
        byte[] mark = Account.mark(master, CONTACT, contact);
        book.keep(worker, wish.channel(), mark, code, phone ? null : wish);
        if (phone) {
            phones.send(contact, wish.shop() + ": " + code);
        }
    }

    private void count(Caller worker, Wish wish) {
        int sent = throttle.count(worker, "proof-contact:" + wish.contact().strip(), WINDOW);
        int asked = wish.address() == null ? 0 : throttle.count(worker, "proof:" + wish.address(), WINDOW);
        if (sent > PER_CONTACT || asked > settings.proofsPerAddress()) {
            throw RechargeError.TOO_MANY_PROOFS.because("contact", "too_many");
        }
    }
}
