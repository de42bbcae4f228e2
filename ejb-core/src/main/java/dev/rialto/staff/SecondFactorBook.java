package dev.rialto.staff;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.MasterKey;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of second factors, each step a short transaction; {@link SecondFactor} calls it as a worker. */
@Stateless
@Boundary
public class SecondFactorBook {
    private Database database;
    private MasterKey key;
    private Audit audit;
    private Clock clock;

    @Inject
    public SecondFactorBook(Database database, MasterKey key, Audit audit, Clock clock) {
        this.database = database;
        this.key = key;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SecondFactorBook() {}

    /** A row as it is read. */
    record Row(byte[] sealedSecret, @Nullable Instant confirmedAt, long lastStep) {}

    /** What the account has. */
    public FactorState state(Caller caller, UUID account) {
        int left = database.sql()
                .createQuery("select count(*) from recovery_code where account_id = :account and used_at is null")
                .bind("account", account)
                .mapTo(int.class)
                .one();
        return new FactorState(read(account).map(Row::confirmedAt).orElse(null), left);
    }

    /** The secret that waits to be confirmed; the same until it is, so that a page may be loaded again. */
    public byte[] pendingSecret(Caller caller, UUID account) {
        database.sql()
                .createUpdate("""
                    insert into second_factor (account_id, sealed_secret, created_at)
                    values (:account, :secret, :now) on conflict do nothing
                    """)
                .bind("account", account)
                .bind("secret", key.seal(Generator.freshSecret()))
                .bind("now", clock.instant())
                .execute();
        Row row = read(account).orElseThrow(StaffError.FACTOR_MISSING::now);
        if (row.confirmedAt() != null) {
            throw StaffError.FACTOR_EXISTS.now();
        }
        return key.open(row.sealedSecret());
    }

    /** The mail address under which a generator lists the code. */
    public String nameOf(Caller caller, UUID account) {
        return database.sql()
                .createQuery("select email from person where account_id = :account")
                .bind("account", account)
                .mapTo(String.class)
                .findOne()
                .orElse("");
    }

    /** Takes the factor into use; false when the code is wrong. */
    public boolean confirm(Caller caller, UUID account, String code) {
        Row row = locked(account).orElseThrow(StaffError.FACTOR_MISSING::now);
        if (row.confirmedAt() != null) {
            throw StaffError.FACTOR_EXISTS.now();
        }
        if (!isTaken(account, row, code)) {
            return false;
        }
        database.sql()
                .execute("update second_factor set confirmed_at = ? where account_id = ?", clock.instant(), account);
        audit.record(caller, Audit.Deed.of("staff.factor_set_up", "account", account));
        return true;
    }

    /** Is this the code of the generator, or a recovery code? Either counts once. */
    public boolean accept(Caller caller, UUID account, String code) {
        Row row = locked(account).orElseThrow(StaffError.FACTOR_MISSING::now);
        if (row.confirmedAt() == null) {
            throw StaffError.FACTOR_MISSING.now();
        }
        return RecoveryCodes.isOne(code) ? isSpent(caller, account, code) : isTaken(account, row, code);
    }

    private boolean isTaken(UUID account, Row row, String code) {
        OptionalLong step = Generator.stepOf(code, key.open(row.sealedSecret()), clock.instant(), row.lastStep());
        step.ifPresent(used ->
                database.sql().execute("update second_factor set last_step = ? where account_id = ?", used, account));
        return step.isPresent();
    }

    private boolean isSpent(Caller caller, UUID account, String code) {
        int spent = database.sql()
                .execute(
                        "update recovery_code set used_at = ? where account_id = ? and code_hash = ? and used_at is"
                                + " null",
                        clock.instant(),
                        account,
                        RecoveryCodes.hash(key, account, code));
        if (spent > 0) {
            audit.record(caller, Audit.Deed.of("staff.recovery_code_used", "account", account));
        }
        return spent > 0;
    }

    /** New recovery codes; those before count no more. */
    public List<String> freshCodes(Caller caller, UUID account) {
        List<String> codes = RecoveryCodes.fresh();
        database.sql().execute("delete from recovery_code where account_id = ?", account);
        database.sql()
                .createUpdate("""
                    insert into recovery_code (account_id, code_hash, created_at)
                    select :account, hash, :now from unnest(:hashes::text[]) as h (hash)
                    """)
                .bind("account", account)
                .bind(
                        "hashes",
                        codes.stream()
                                .map(code -> RecoveryCodes.hash(key, account, code))
                                .toArray(String[]::new))
                .bind("now", clock.instant())
                .execute();
        audit.record(caller, Audit.Deed.of("staff.recovery_codes_made", "account", account));
        return codes;
    }

    /** Removes factor and recovery codes; false when there was none. */
    public boolean remove(Caller caller, UUID account) {
        database.sql().execute("delete from recovery_code where account_id = ?", account);
        boolean was = database.sql().execute("delete from second_factor where account_id = ?", account) > 0;
        if (was) {
            audit.record(caller, Audit.Deed.of("staff.factor_removed", "account", account));
        }
        return was;
    }

    private Optional<Row> read(UUID account) {
        return find(account, "");
    }

    private Optional<Row> locked(UUID account) {
        return find(account, " for update");
    }

    private Optional<Row> find(UUID account, String lock) {
        return database.sql()
                .createQuery("select sealed_secret, confirmed_at, last_step from second_factor"
                        + " where account_id = :account" + lock)
                .bind("account", account)
                .mapTo(Row.class)
                .findOne();
    }
}
