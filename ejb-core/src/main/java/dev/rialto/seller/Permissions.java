package dev.rialto.seller;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import java.util.Set;
import java.util.TreeSet;

/** What staff may do. Names are thing and verb; menus, pages and boundaries ask for the same ones. */
public final class Permissions {
    public static final String SELLER_VIEW = "seller.view";
    public static final String SELLER_EDIT = "seller.edit";
    public static final String SELLER_APPROVE = "seller.approve";
    public static final String SITE_VIEW = "site.view";
    public static final String SITE_APPLY = "site.apply";
    public static final String SITE_EDIT = "site.edit";
    public static final String SITE_APPROVE = "site.approve";
    public static final String STAFF_EDIT = "staff.edit";
    public static final String CREDENTIAL_EDIT = "credential.edit";
    public static final String CATEGORY_EDIT = "category.edit";
    public static final String GOODS_VIEW = "goods.view";
    public static final String GOODS_EDIT = "goods.edit";
    public static final String STOCK_EDIT = "stock.edit";
    public static final String ORDER_VIEW = "order.view";
    public static final String ORDER_EDIT = "order.edit";
    public static final String ORDER_SHIP = "order.ship";
    public static final String DELIVERY_EDIT = "delivery.edit";
    public static final String PAYMENT_VIEW = "payment.view";
    public static final String PAYMENT_CONFIRM = "payment.confirm";
    public static final String PAYMENT_REFUND = "payment.refund";
    public static final String PAYMENT_BANK = "payment.bank";
    public static final String COUPON_EDIT = "coupon.edit";
    public static final String TAX_EDIT = "tax.edit";
    public static final String MEMBER_VIEW = "member.view";
    public static final String MEMBER_EDIT = "member.edit";
    public static final String JOB_RUN = "job.run";
    public static final String MAIL_VIEW = "mail.view";
    public static final String AUDIT_VIEW = "audit.view";
    public static final String SALES_VIEW = "sales.view";
    public static final String SETTLEMENT_VIEW = "settlement.view";
    public static final String SETTLEMENT_CLOSE = "settlement.close";
    public static final String COMMISSION_EDIT = "commission.edit";
    public static final String PAYOUT_PREPARE = "payout.prepare";
    public static final String PAYOUT_APPROVE = "payout.approve";
    public static final String CHANNEL_VIEW = "channel.view";
    public static final String CHANNEL_EDIT = "channel.edit";
    public static final String CARD_BUY = "card.buy";
    public static final String CODE_VIEW = "code.view";
    public static final String CODE_EDIT = "code.edit";
    public static final String CODE_APPROVE = "code.approve";
    public static final String RECHARGE_VIEW = "recharge.view";
    public static final String PROVIDER_EDIT = "provider.edit";

    /** Reading in the whole mall. */
    public static final Set<String> VIEWER = Set.of(
            SELLER_VIEW,
            SITE_VIEW,
            GOODS_VIEW,
            ORDER_VIEW,
            PAYMENT_VIEW,
            SETTLEMENT_VIEW,
            MEMBER_VIEW,
            MAIL_VIEW,
            AUDIT_VIEW,
            SALES_VIEW,
            CHANNEL_VIEW,
            CODE_VIEW,
            RECHARGE_VIEW);

    /** Running the mall. */
    public static final Set<String> OPERATOR = with(
            VIEWER,
            SELLER_EDIT,
            SELLER_APPROVE,
            SITE_EDIT,
            SITE_APPROVE,
            STAFF_EDIT,
            CREDENTIAL_EDIT,
            CATEGORY_EDIT,
            GOODS_EDIT,
            STOCK_EDIT,
            ORDER_EDIT,
            ORDER_SHIP,
            DELIVERY_EDIT,
            PAYMENT_CONFIRM,
            PAYMENT_REFUND,
            PAYMENT_BANK,
            SETTLEMENT_CLOSE,
            COMMISSION_EDIT,
            PAYOUT_PREPARE,
            PAYOUT_APPROVE,
            COUPON_EDIT,
            TAX_EDIT,
            MEMBER_EDIT,
            JOB_RUN,
            CHANNEL_EDIT,
            CARD_BUY,
            CODE_EDIT,
            CODE_APPROVE,
            PROVIDER_EDIT);

    /** Daily work at a seller. */
    public static final Set<String> SELLER_STAFF = Set.of(
            SELLER_VIEW,
            SITE_VIEW,
            GOODS_VIEW,
            GOODS_EDIT,
            STOCK_EDIT,
            ORDER_VIEW,
            ORDER_EDIT,
            ORDER_SHIP,
            JOB_RUN,
            SALES_VIEW);

    /** All at a seller. */
    public static final Set<String> SELLER_OWNER = with(
            SELLER_STAFF,
            SELLER_EDIT,
            SITE_APPLY,
            SITE_EDIT,
            STAFF_EDIT,
            CREDENTIAL_EDIT,
            DELIVERY_EDIT,
            COUPON_EDIT,
            MEMBER_VIEW,
            PAYMENT_VIEW,
            SETTLEMENT_VIEW,
            AUDIT_VIEW);

    /** What those who work at a channel may do besides a seller's daily work. */
    public static final Set<String> CHANNEL_STAFF = Set.of(CHANNEL_VIEW, CODE_VIEW, CODE_EDIT, RECHARGE_VIEW);

    /** What the owner of a channel may do besides what a seller's owner may. */
    public static final Set<String> CHANNEL_OWNER = with(CHANNEL_STAFF, CHANNEL_EDIT, CARD_BUY, CODE_APPROVE);

    /** What an operator may do in a seller's name: all that the owner may but money, staff and keys. */
    public static final Set<String> ON_BEHALF = SELLER_OWNER.stream()
            .filter(name -> !name.equals(STAFF_EDIT) && !name.equals(CREDENTIAL_EDIT))
            .filter(name -> !name.matches("(payment|payout|settlement)\\..*") || name.endsWith(".view"))
            .collect(java.util.stream.Collectors.toUnmodifiableSet());

    private Permissions() {}

    private static Set<String> with(Set<String> some, String... more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(Set.of(more));
        return Set.copyOf(all);
    }

    /**
     * Refuses a caller without the permission; the mall's own background work may everything.
     *
     * @throws DomainException {@link SellerError#NOT_PERMITTED}
     */
    public static void require(Caller caller, String permission) {
        if (caller.role() != Caller.Role.WORKER && !caller.may(permission)) {
            throw SellerError.NOT_PERMITTED.because("permission", permission);
        }
    }
}
