package dev.rialto.sales;

/** By what sales are added up. */
public enum SalesBy {
    DAY("to_char(e.at at time zone :zone, 'YYYY-MM-DD')", true),
    /** Weeks begin on Monday and are named by that day. */
    WEEK("to_char(date_trunc('week', e.at at time zone :zone), 'YYYY-MM-DD')", true),
    /** Months are named by their first day. */
    MONTH("to_char(date_trunc('month', e.at at time zone :zone), 'YYYY-MM-DD')", true),
    COMPANY("e.tenant_id::text", false),
    GOODS("coalesce(e.goods_id::text, 'delivery')", false),
    VARIANT("coalesce(e.variant_id::text, 'delivery')", false),
    STOREFRONT("e.site_id::text", false);

    private final String key;
    private final boolean overTime;

    SalesBy(String key, boolean overTime) {
        this.key = key;
        this.overTime = overTime;
    }

    /** SQL that names the group a row belongs to. */
    String key() {
        return key;
    }

    /** Are the groups stretches of time? They are listed in their order, all others by what they sold. */
    public boolean isOverTime() {
        return overTime;
    }
}
