package dev.rialto.recharge;

import dev.rialto.channel.CardBook;
import dev.rialto.channel.ChannelFixture;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.TestMall;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Codes as rows and verification codes as they are mailed, for tests of what is done with them. */
public final class RechargeFixture {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    final TestMall mall;
    public final ChannelFixture channels;
    private final SecureRandom random = new SecureRandom();

    public RechargeFixture(TestMall mall) {
        this.mall = mall;
        this.channels = new ChannelFixture(mall, "fake");
        channels.cards(channels.channel, 1000);
    }

    /** A code that was handed out. */
    CodeText code(UUID owner) {
        return code(owner, "assigned", "1 day");
    }

    CodeText code(UUID owner, String state, String left) {
        CodeText code = CodeText.random(random);
        mall.get(CardBook.class)
                .change(
                        Caller.worker("t"),
                        CardBook.Change.CODED,
                        new CardBook.Cards(owner, channels.product, 1),
                        null);
        mall.execute(
                """
                insert into recharge_code (id, tenant_id, product_id, mark, pepper_id, last_four, state, expires_at, changed_at,
                                           created_at)
                values (?, ?, ?, ?, ?, ?, ?, now() + ?::interval, now(), now())
                """,
                Ids.next(),
                owner,
                channels.product,
                mall.get(Peppers.class).mark(code),
                mall.get(Peppers.class).current(),
                code.lastFour(),
                state,
                left);
        return code;
    }

    /** Asks for a verification code and reads it in the mail. */
    String proof(UUID channel, String contact) {
        mall.get(Proofs.class).send(Caller.anonymous("t"), new Proofs.Wish(channel, "Shop", contact, "en", null));
        String mail = mall.value(
                String.class,
                "select m.text_body from mail m join outbox o on o.id = m.outbox_id where m.recipient = ? "
                        + "order by o.created_at desc, o.id desc limit 1",
                contact);
        return mail.replaceAll("(?s).*\\n([0-9]{6})\\n.*", "$1");
    }

    static String contact() {
        return "viewer" + NUMBER.incrementAndGet() + "@example.test";
    }

    static String account() {
        return "viewer." + NUMBER.incrementAndGet();
    }

    /** A wish with a fresh person, account and verification. */
    public RechargeWish wish(UUID channel, String code) {
        String contact = contact();
        return wish(channel, code, contact, proof(channel, contact));
    }

    RechargeWish wish(UUID channel, String code, String contact, String proof) {
        return new RechargeWish(
                channel, null, Ids.next().toString(), "Kim", contact, account(), proof, code, null, null);
    }

    String state(CodeText code) {
        return column("state", code);
    }

    String column(String name, CodeText code) {
        return mall.value(
                String.class,
                "select " + name + "::text from recharge_code where mark = ?",
                mall.get(Peppers.class).mark(code));
    }

    String logged(String clientKey) {
        return mall.value(
                String.class, "select coalesce(reason, state) from recharge_request where client_key = ?", clientKey);
    }
}
