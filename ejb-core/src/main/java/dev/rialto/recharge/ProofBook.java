package dev.rialto.recharge;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.message.Letter;
import dev.rialto.message.Outbox;
import dev.rialto.message.OutgoingMail;
import dev.rialto.message.Words;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Tokens;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows and letters of verification codes. For workers. */
@Stateless
@Boundary
public class ProofBook {
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final String WORDS = "dev.rialto.recharge.letters";

    private Database database;
    private Outbox outbox;
    private Clock clock;

    @Inject
    public ProofBook(Database database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ProofBook() {}

    /** Keeps a code by hash and mails it, if it is to be mailed. */
    public void keep(Caller worker, UUID channel, byte[] contactMark, String code, Proofs.@Nullable Wish mailed) {
        UUID id = Ids.next();
        database.sql()
                .createUpdate("""
                        with gone as (
                            delete from recharge_proof
                            where tenant_id = :channel and contact_mark = :mark and used_at is null)
                        insert into recharge_proof (id, tenant_id, contact_mark, code_hash, created_at, expires_at)
                        values (:id, :channel, :mark, :hash, :now, :until)
                        """)
                .bind("id", id)
                .bind("channel", channel)
                .bind("mark", contactMark)
                .bind("hash", Tokens.hash(id + code))
                .bind("now", clock.instant())
                .bind("until", clock.instant().plus(LIFE))
                .execute();
        if (mailed != null) {
            outbox.add(worker, List.of(letter(id, mailed, code)));
        }
    }

    private static OutgoingMail letter(UUID id, Proofs.Wish wish, String code) {
        Words words = Words.of(WORDS, Set.of("ko", "ja", "zh").contains(wish.language()) ? wish.language() : "en");
        Letter letter = Letter.in(words.locale().getLanguage(), words.say("proof_subject", wish.shop()))
                .say(words.say("proof_text", wish.shop()))
                .say(code)
                .say(words.say("proof_otherwise"))
                .done();
        return new OutgoingMail(
                "recharge_proof",
                wish.channel(),
                id,
                wish.shop(),
                wish.contact().strip(),
                letter);
    }

    /** Removes what is over, and who asked for recharges longer ago than a year. */
    public int sweep(Caller worker, int limit) {
        return database.sql()
                        .createUpdate("""
                                delete from recharge_proof where id in (
                                    select id from recharge_proof where expires_at < :before order by expires_at limit :limit)
                                """)
                        .bind("before", clock.instant().minus(Duration.ofDays(1)))
                        .bind("limit", limit)
                        .execute()
                + database.sql()
                        .createUpdate("""
                                delete from recharge_person where request_id in (
                                    select p.request_id from recharge_person p join recharge_request r on r.id = p.request_id
                                    where p.kept_until < :now and r.state in ('refused', 'done', 'failed')
                                    order by p.kept_until limit :limit)
                                """)
                        .bind("now", clock.instant())
                        .bind("limit", limit)
                        .execute();
    }
}
