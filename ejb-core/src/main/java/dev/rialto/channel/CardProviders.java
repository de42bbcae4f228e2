package dev.rialto.channel;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.platform.MasterKey;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The providers this mall talks to; another one is a row, not a change of the program (E15). */
@Stateless
@Boundary
public class CardProviders {
    private static final int MOST = 200;
    private static final String VIEWS = """
            select id, name, label, adapter, url, description::text as description, upper(state) as state, version
            from card_provider
            """;

    private Database database;
    private MasterKey master;
    private Audit audit;
    private Clock clock;

    @Inject
    public CardProviders(Database database, MasterKey master, Audit audit, Clock clock) {
        this.database = database;
        this.master = master;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected CardProviders() {}

    /**
     * A provider as it is typed in.
     *
     * @param key who the mall is there
     * @param secret signs what is said and checks what is heard; empty leaves it as it is
     */
    public record Save(
            String name, String label, String adapter, String url, String description, String key, String secret) {}

    /** How one provider is reached: for those who call it alone. */
    public record Access(CardProvider provider, String key, String secret) {}

    /**
     * Takes a provider on, or changes the one of this name.
     *
     * @throws DomainException {@link ChannelError#INVALID_PROVIDER} naming the fields
     */
    public UUID save(Caller caller, Save wish) {
        Permissions.require(caller, Permissions.PROVIDER_EDIT);
        Optional<UUID> known = idOf(wish.name());
        check(wish, known.isPresent());
        UUID id = known.orElseGet(Ids::next);
        if (known.isPresent()) {
            change(id, wish);
        } else {
            insert(id, wish);
        }
        audit.record(caller, Audit.Deed.of("card-provider.save", "card-provider", id));
        return id;
    }

    private static void check(Save wish, boolean isKnown) {
        new Violations()
                .check(wish.name().matches("[a-z0-9][a-z0-9-]{0,39}"), "name", "invalid")
                .text("label", wish.label(), 100)
                .check(wish.adapter().matches("[a-z_]{1,40}"), "adapter", "unknown")
                .check(
                        wish.url().matches("https?://[^/?#\\s]+(/[^?#\\s]*)?")
                                && wish.url().length() <= 300,
                        "url",
                        "invalid")
                .check(isObject(wish.description()), "description", "not_json")
                .check(isKnown || !wish.key().isBlank(), "key", "required")
                .check(isKnown || wish.secret().length() >= 16, "secret", "too_short", 16)
                .optionalText("key", wish.key(), 300)
                .optionalText("secret", wish.secret(), 300)
                .raise(ChannelError.INVALID_PROVIDER);
    }

    private static boolean isObject(String json) {
        try {
            return Json.read(json, java.util.Map.class) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Optional<UUID> idOf(String name) {
        return database.sql()
                .createQuery("select id from card_provider where name = :name for update")
                .bind("name", name)
                .mapTo(UUID.class)
                .findOne();
    }

    private void insert(UUID id, Save wish) {
        database.sql()
                .createUpdate("""
                        insert into card_provider (id, name, label, adapter, url, description, sealed_key, sealed_secret,
                                                   state, created_at)
                        values (:id, :name, :label, :adapter, :url, :description::jsonb, :sealedKey, :sealedSecret,
                                'active', :now)
                        """)
                .bindMethods(wish)
                .bind("id", id)
                .bind("sealedKey", seal(wish.key()))
                .bind("sealedSecret", seal(wish.secret()))
                .bind("now", clock.instant())
                .execute();
    }

    private void change(UUID id, Save wish) {
        database.sql()
                .createUpdate("""
                        update card_provider set label = :label, adapter = :adapter, url = :url,
                            description = :description::jsonb, version = version + 1,
                            sealed_key = case when :key = '' then sealed_key else :sealedKey end,
                            sealed_secret = case when :secret = '' then sealed_secret else :sealedSecret end
                        where id = :id
                        """)
                .bindMethods(wish)
                .bind("id", id)
                .bind("sealedKey", seal(wish.key()))
                .bind("sealedSecret", seal(wish.secret()))
                .execute();
    }

    private byte[] seal(String text) {
        return master.seal(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The providers, by name; without their secrets. */
    public List<CardProvider> all(Caller caller) {
        Permissions.require(caller, Permissions.PROVIDER_EDIT);
        return database.sql()
                .createQuery(VIEWS + " order by name limit :most")
                .bind("most", MOST)
                .mapTo(CardProvider.class)
                .list();
    }

    /**
     * How to reach one provider, as it is now.
     *
     * @param caller a worker
     * @throws DomainException {@link ChannelError#PROVIDER_NOT_FOUND}
     */
    public Access access(Caller caller, UUID provider) {
        return access("id = :id", provider);
    }

    /** The same by its name, as call-backs name it. */
    public Access named(Caller caller, String name) {
        return access("name = :id", name);
    }

    private Access access(String which, Object id) {
        return database.sql()
                .createQuery("select " + Sealed.COLUMNS + " from card_provider v where v." + which)
                .bind("id", id)
                .mapTo(Sealed.class)
                .findOne()
                .map(row -> row.open(master))
                .orElseThrow(ChannelError.PROVIDER_NOT_FOUND::now);
    }

    /** A provider as it stands in its row; statements that need one besides read it along. */
    public record Sealed(
            UUID providerId,
            String providerName,
            String label,
            String adapter,
            String url,
            String description,
            CardProvider.State providerState,
            long providerVersion,
            byte[] sealedKey,
            byte[] sealedSecret) {
        /** Its columns, of a table named {@code v}. */
        public static final String COLUMNS = """
                v.id as provider_id, v.name as provider_name, v.label, v.adapter, v.url,
                v.description::text as description, upper(v.state) as provider_state, v.version as provider_version,
                v.sealed_key, v.sealed_secret
                """;

        public Access open(MasterKey master) {
            CardProvider provider = new CardProvider(
                    providerId, providerName, label, adapter, url, description, providerState, providerVersion);
            return new Access(provider, text(master, sealedKey), text(master, sealedSecret));
        }

        private static String text(MasterKey master, byte[] sealed) {
            return new String(master.open(sealed), StandardCharsets.UTF_8);
        }
    }
}
