package dev.rialto.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.MasterKey;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The keys that sign tokens, newest first; made when there is none. */
@Stateless
@Boundary
public class SigningKeys {
    private static final String PURPOSE = "gateway-token";
    private static final Duration OVERLAP = Duration.ofHours(1);

    private Database database;
    private MasterKey master;
    private Clock clock;

    @Inject
    public SigningKeys(Database database, MasterKey master, Clock clock) {
        this.database = database;
        this.master = master;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SigningKeys() {}

    /** Keys in use or retired less than an hour ago; the first one signs. */
    public List<ECKey> current(Caller caller) {
        List<ECKey> keys = stored();
        if (keys.isEmpty()) {
            database.sql().execute("select pg_advisory_xact_lock(hashtext(?))", PURPOSE);
            keys = stored();
        }
        if (keys.isEmpty()) {
            insert(fresh());
            keys = stored();
        }
        return keys;
    }

    /** Puts a new key in the place of the one that signs; the old one goes on verifying for an hour. */
    public void rotate(Caller caller) {
        database.sql()
                .execute(
                        "update signing_key set retired_at = ? where purpose = ? and retired_at is null",
                        clock.instant(),
                        PURPOSE);
        insert(fresh());
    }

    private List<ECKey> stored() {
        return database.sql()
                .createQuery("""
                        select sealed_private_key from signing_key
                        where purpose = :purpose and (retired_at is null or retired_at > :since)
                        order by retired_at is null desc, created_at desc
                        """)
                .bind("purpose", PURPOSE)
                .bind("since", clock.instant().minus(OVERLAP))
                .mapTo(byte[].class)
                .map(this::unseal)
                .list();
    }

    private void insert(ECKey key) {
        database.sql()
                .createUpdate("""
                        insert into signing_key (id, purpose, public_key, sealed_private_key, created_at)
                        values (:id, :purpose, :public, :sealed, :now)
                        """)
                .bind("id", key.getKeyID())
                .bind("purpose", PURPOSE)
                .bind("public", key.toPublicJWK().toJSONString())
                .bind("sealed", master.seal(key.toJSONString().getBytes(StandardCharsets.UTF_8)))
                .bind("now", clock.instant())
                .execute();
    }

    private static ECKey fresh() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK makes P-256 keys", e);
        }
    }

    private ECKey unseal(byte[] sealed) {
        try {
            return ECKey.parse(new String(master.open(sealed), StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new IllegalStateException("a stored signing key is not readable", e);
        }
    }
}
