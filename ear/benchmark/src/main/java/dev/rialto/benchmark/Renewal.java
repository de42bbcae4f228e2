package dev.rialto.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Makes a person's used code and verification code good again, without a word to anybody. */
final class Renewal implements AutoCloseable {
    private final Connection database;
    private final PreparedStatement statement;

    Renewal(Connection superuser, UUID code, UUID proof) throws SQLException {
        database = superuser;
        try (Statement setting = database.createStatement()) {
            setting.execute("set session_replication_role = replica");
        }
        statement = database.prepareStatement("""
                with code as (
                    update recharge_code set state = 'assigned' where id = ? and state = 'used' returning id)
                update recharge_proof set used_at = null
                where id = ? and used_at is not null and exists (select from code)
                """);
        statement.setObject(1, code);
        statement.setObject(2, proof);
    }

    /** Ends the run when the code was not used at all. */
    void renew() throws SQLException {
        if (statement.executeUpdate() != 1) {
            throw new IllegalStateException("nothing was recharged");
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
