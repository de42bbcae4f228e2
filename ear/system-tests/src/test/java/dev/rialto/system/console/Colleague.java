package dev.rialto.system.console;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.rialto.system.Mall;
import java.security.InvalidKeyException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;

/** A member of staff of a test's own, so that the demo's accounts stay as they are. */
final class Colleague {
    static final String PASSWORD = "maru-operator-2026";

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final UUID account;
    private final String email;

    private Colleague(UUID account, String email) {
        this.account = account;
        this.email = email;
    }

    /** One more operator of the shared mall, with the password of the demo's. */
    static Colleague operator() {
        UUID account = UUID.randomUUID();
        String email =
                "colleague" + NEXT.incrementAndGet() + "-" + account.toString().substring(0, 8) + "@onmaru.example";
        run("""
            insert into account (id, issuer, subject, password_hash, state, created_at)
            select ?, 'self', ?, a.password_hash, 'active', now() from account a
            join person p on p.account_id = a.id where p.email = 'operator@onmaru.example'
            """, account, account.toString());
        run("insert into person (account_id, email, name, language) values (?, ?, 'Colleague', 'en')", account, email);
        run("insert into mall_staff (account_id, role, added_at) values (?, 'operator', now())", account);
        return new Colleague(account, email);
    }

    /** Somebody who works at a seller of the demo, with the same password. */
    static Colleague at(String seller, String role) {
        Colleague colleague = operator();
        run("delete from mall_staff where account_id = ?", colleague.account);
        run("""
            insert into seller_staff (tenant_id, account_id, role, added_at)
            select id, ?, ?, now() from seller where name = ?
            """, colleague.account, role, seller);
        return colleague;
    }

    String email() {
        return email;
    }

    UUID account() {
        return account;
    }

    /** As when the second factor was given a quarter of an hour ago. */
    void forgetFactorOfSession() {
        run(
                "update session set second_factor_at = second_factor_at - interval '15 minutes' where account_id = ?",
                account);
    }

    void leave() {
        run("delete from mall_staff where account_id = ?", account);
    }

    /** What the app on the colleague's phone shows, this long after the last sign-in in the mall's own time. */
    String code(String secret, Duration later) {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(
                            new SecretKeySpec(bytes(secret), "RAW"),
                            lastSignIn().plus(later),
                            Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private Instant lastSignIn() {
        try (Connection database = Mall.running().database();
                PreparedStatement query =
                        database.prepareStatement("select max(created_at) from session where account_id = ?")) {
            query.setObject(1, account);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getTimestamp(1).toInstant();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(String sql, Object... arguments) {
        try (Connection database = Mall.running().database();
                PreparedStatement statement = database.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String secret) {
        StringBuilder bits = new StringBuilder();
        for (char next : secret.toCharArray()) {
            String five = Integer.toBinaryString(BASE_32.indexOf(next));
            bits.append("0".repeat(5 - five.length())).append(five);
        }
        byte[] bytes = new byte[bits.length() / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        }
        return bytes;
    }
}
