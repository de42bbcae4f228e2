package dev.rialto.staff;

import dev.rialto.seller.Permissions;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The six services of the console that news may be asked of (D4, D28, D32). */
public enum NewsKind {
    SHOP(Permissions.SITE_VIEW, "select 1 from site", "select 1 from storefront_application where state = 'submitted'"),
    GOODS(
            Permissions.GOODS_VIEW,
            "select 1 from goods where state <> 'deleted'",
            "select 1 from goods where state = 'draft'"),
    MEMBER(
            Permissions.MEMBER_VIEW,
            "select 1 from member",
            "select 1 from member where joined_at > :now::timestamptz - interval '1 day'"),
    ORDER(
            Permissions.ORDER_VIEW,
            "select 1 from sub_order",
            "select 1 from sub_order where state in ('to_ship', 'partly_shipped')"),
    STOCK(
            Permissions.GOODS_VIEW,
            "select 1 from variant where state = 'active'",
            "select 1 from stock s join variant v on v.id = s.variant_id where v.state = 'active' and s.available = 0"),
    SALES(
            Permissions.SALES_VIEW,
            "select 1 from sub_order where placed_at > :now::timestamptz - interval '1 day'",
            "select 1 from sub_order where state = 'awaiting_deposit'");

    private final String permission;
    private final String all;
    private final String waiting;

    NewsKind(String permission, String all, String waiting) {
        this.permission = permission;
        this.all = all;
        this.waiting = waiting;
    }

    /** The kind of a name in lower case. */
    public static Optional<NewsKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(name)).findFirst();
    }

    /** Its name outside. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String permission() {
        return permission;
    }

    String all() {
        return all;
    }

    String waiting() {
        return waiting;
    }
}
