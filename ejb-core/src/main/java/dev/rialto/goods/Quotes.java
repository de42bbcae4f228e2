package dev.rialto.goods;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Prices for cart and checkout, as of now and always computed here. */
@Stateless
@Boundary
public class Quotes {
    private static final String QUOTES = """
            select v.id as variant_id, g.id as goods_id, g.tenant_id,
                   coalesce((select name from seller where id = g.tenant_id), '') as seller_name, g.slug, t.title,
                   array_to_string(option_words(v.option_texts, v.option_values, :language), ' / ') as variant_title, v.sku,
                   (select storage_key from goods_picture where goods_id = g.id order by position, id limit 1) as picture_key,
                   :currency as currency, coalesce(p.amount, 0) as list_price, s.discount_bp,
                   coalesce(p.amount - (p.amount * s.discount_bp + 5000) / 10000, 0) as unit_price, g.tax_class, v.weight_grams,
                   coalesce((select sum(q.available) from stock q where q.variant_id = v.id), 0)::bigint as available,
                   g.state = 'on_sale' and g.seller_active and v.state = 'active' and p.amount is not null
                       and exists (select from seller c where c.id = g.tenant_id and c.sells)
                       and (s.tenant_id is null or s.tenant_id = g.tenant_id)
                       and (s.goods_scope = 'all' or exists (select from site_category i
                            where i.site_id = s.id and i.category_id in (k.id, k.parent_id))) as on_sale
            from site s
            join variant v on v.id = any(:variants)
            join goods g on g.id = v.goods_id
            join category k on k.id = g.category_id
            join lateral (select title from goods_text where goods_id = g.id
                          order by language = :language desc, language = g.default_language desc limit 1) t on true
            left join price p on p.variant_id = v.id and p.currency = :currency
            where s.id = :site
            """;

    private Database database;

    @Inject
    public Quotes(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Quotes() {}

    /**
     * What these variants are and cost at a site, in one statement. Variants a shopper may not see are left out; a
     * worker also gets those no longer on sale, so that a cart can name them.
     */
    public List<VariantQuote> of(
            Caller caller, UUID siteId, String language, String currency, Collection<UUID> variantIds) {
        if (variantIds.isEmpty()) {
            return List.of();
        }
        return database.sql()
                .createQuery(QUOTES)
                .bind("site", siteId)
                .bind("language", language)
                .bind("currency", currency)
                .bindArray("variants", UUID.class, Set.copyOf(variantIds))
                .mapTo(VariantQuote.class)
                .list();
    }

    /** Is a variant kept from sale only until its seller has been checked? */
    public boolean waitsForCheck(Caller caller, UUID variantId) {
        return database.sql()
                .createQuery("""
                        select exists (select from variant v join goods g on g.id = v.goods_id join seller s on s.id = g.tenant_id
                                       where v.id = :variant and v.state = 'active' and g.state = 'on_sale'
                                         and s.state = 'active' and not s.sells)
                        """)
                .bind("variant", variantId)
                .mapTo(boolean.class)
                .one();
    }
}
