package dev.rialto.membership;

import dev.rialto.kernel.Ids;
import dev.rialto.platform.TestMall;
import java.util.UUID;

/** Accounts for tests that need one and do not care how it came about. */
public final class MemberFixture {
    public static final String PASSWORD = "correct horse battery";

    private MemberFixture() {}

    /** A member of the mall who can sign in with {@link #PASSWORD}. */
    public static UUID member(TestMall mall, String email) {
        UUID id = Ids.next();
        mall.execute(
                "insert into account (id, subject, password_hash, state, created_at) values (?, ?, ?, 'active', now())",
                id,
                id.toString(),
                mall.get(Passwords.class).hash(PASSWORD));
        mall.execute(
                "insert into person (account_id, email, name, language) values (?, ?, 'Kim Mina', 'ko')", id, email);
        return id;
    }
}
