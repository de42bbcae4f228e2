package dev.rialto.channel;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The cards that providers sell. */
@Stateless
@Boundary
public class CardProducts {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final int MOST = 500;
    private static final String VIEWS = """
            select p.id, p.provider_id, v.label as provider, p.sku, p.names::text as names, p.account_form,
                   p.account_example, p.validity_days, p.state = 'active' and v.state = 'active' as active, p.version
            from card_product p join card_provider v on v.id = p.provider_id
            """;

    private Database database;
    private Audit audit;
    private Clock clock;

    @Inject
    public CardProducts(Database database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected CardProducts() {}

    /**
     * A card product to be listed.
     *
     * @param sku the provider's own name for it
     * @param names per language
     * @param accountForm regular expression of accounts at the provider
     * @param accountExample an account as people are shown one
     * @param validityDays how long codes of it may be used
     */
    public record NewProduct(
            UUID providerId,
            String sku,
            Map<String, String> names,
            String accountForm,
            String accountExample,
            int validityDays) {
        public NewProduct {
            names = Map.copyOf(names);
        }
    }

    /**
     * Lists a card product.
     *
     * @throws DomainException {@link ChannelError#INVALID_PRODUCT} naming the fields,
     *     {@link ChannelError#PROVIDER_NOT_FOUND}
     */
    public UUID add(Caller caller, NewProduct product) {
        Permissions.require(caller, Permissions.PROVIDER_EDIT);
        check(product);
        UUID id = Ids.next();
        int added = database.sql()
                .createUpdate("""
                        insert into card_product (id, provider_id, sku, names, account_form, account_example, validity_days,
                                                  state, created_at)
                        select :id, v.id, :sku, :texts::jsonb, :accountForm, :accountExample, :validityDays, 'active', :now
                        from card_provider v where v.id = :providerId
                        on conflict (provider_id, sku) do nothing
                        """)
                .bindMethods(product)
                .bind("id", id)
                .bind("texts", Json.write(product.names()))
                .bind("now", clock.instant())
                .execute();
        if (added == 0) {
            throw isProvider(product.providerId())
                    ? ChannelError.INVALID_PRODUCT.because("sku", "taken")
                    : ChannelError.PROVIDER_NOT_FOUND.now();
        }
        audit.record(caller, Audit.Deed.of("card-product.add", "card-product", id));
        return id;
    }

    private static void check(NewProduct product) {
        Violations wrong = new Violations()
                .text("sku", product.sku(), 80)
                .text("accountForm", product.accountForm(), 200)
                .text("accountExample", product.accountExample(), 80)
                .check(product.names().values().stream().anyMatch(name -> !name.isBlank()), "names", "required")
                .check(product.validityDays() >= 1 && product.validityDays() <= 3650, "validityDays", "range", 1, 3650);
        product.names().forEach((language, name) -> wrong.optionalText("names." + language, name, 100));
        wrong.check(matches(product), "accountForm", "example_differs").raise(ChannelError.INVALID_PRODUCT);
    }

    private static boolean matches(NewProduct product) {
        try {
            return Pattern.matches(product.accountForm(), product.accountExample());
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private boolean isProvider(UUID provider) {
        return database.sql()
                .createQuery("select exists (select from card_provider where id = :id)")
                .bind("id", provider)
                .mapTo(boolean.class)
                .one();
    }

    /** Puts a product on or off: what is off is neither bought nor coded; codes that live stay good. */
    public void switchTo(Caller caller, UUID product, CardProvider.State state) {
        Permissions.require(caller, Permissions.PROVIDER_EDIT);
        int changed = database.sql()
                .execute(
                        "update card_product set state = ?, version = version + 1 where id = ?",
                        state.stored(),
                        product);
        if (changed == 0) {
            throw ChannelError.PRODUCT_NOT_FOUND.now();
        }
        audit.record(caller, Audit.Deed.of("card-product." + state.stored(), "card-product", product));
    }

    /** All card products, by provider and name. */
    public List<CardProduct> all(Caller caller) {
        Permissions.require(caller, Permissions.CHANNEL_VIEW);
        return database.sql()
                .createQuery(VIEWS + " order by v.label, p.sku limit :most")
                .bind("most", MOST)
                .mapTo(Row.class)
                .map(Row::view)
                .list();
    }

    /**
     * One card product.
     *
     * @throws DomainException {@link ChannelError#PRODUCT_NOT_FOUND}
     */
    public CardProduct view(Caller caller, UUID product) {
        return database.sql()
                .createQuery(VIEWS + " where p.id = :id")
                .bind("id", product)
                .mapTo(Row.class)
                .findOne()
                .map(Row::view)
                .orElseThrow(ChannelError.PRODUCT_NOT_FOUND::now);
    }

    /** A row as it is read. */
    record Row(
            UUID id,
            UUID providerId,
            String provider,
            String sku,
            String names,
            String accountForm,
            String accountExample,
            int validityDays,
            boolean active,
            long version) {
        CardProduct view() {
            return new CardProduct(
                    id,
                    providerId,
                    provider,
                    sku,
                    Json.read(names, TEXTS),
                    accountForm,
                    accountExample,
                    validityDays,
                    active,
                    version);
        }
    }
}
