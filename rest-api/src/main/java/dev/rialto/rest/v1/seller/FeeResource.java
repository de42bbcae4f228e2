package dev.rialto.rest.v1.seller;

import dev.rialto.commission.Commissions;
import dev.rialto.commission.SampleCost;
import dev.rialto.commission.SampleSale;
import dev.rialto.goods.GoodsEditor;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Money;
import dev.rialto.rest.Acts;
import dev.rialto.rest.Answers;
import dev.rialto.rest.Kind;
import dev.rialto.rest.Scope;
import dev.rialto.rest.v1.Factor;
import dev.rialto.rest.v1.Wire;
import dev.rialto.seller.Permissions;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.SiteView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the mall would keep of a sale: a dry run that sells nothing. */
@Path("/v1/seller/fees")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FeeResource {
    @Inject
    Commissions commissions;

    @Inject
    GoodsEditor goods;

    @Inject
    SiteDirectory sites;

    @Inject
    Clock clock;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /**
     * A sale that is not made, at the credential's storefront; without one, in the mall.
     *
     * @param price of the line, without tax
     * @param on the day, in the mall's zone; today when missing
     */
    public record AskedFee(
            String goodsId, Money price, @Nullable LocalDate on) {}

    /**
     * Who would get what; the four amounts sum to the price.
     *
     * @param rule name of the rule that holds; empty for the seller's own rate
     * @param rateBp on the price, in basis points
     * @param fee the mall's, without tax
     * @param feeTax tax on the fee
     * @param handling the storefront's
     * @param seller what is left for the seller
     */
    public record Fee(String rule, int rateBp, Money fee, Money feeTax, Money handling, Money seller) {}

    /** What the mall would keep of a sale of goods at a price, by the rules of a day. */
    @POST
    @Scope("reports:read")
    @Kind("fee")
    @Acts(Acts.Name.SELLER)
    @Answers(Fee.class)
    public Fee previewFee(AskedFee asked) {
        Factor.note(request, "goods", asked.goodsId());
        Caller seller = Desk.caller(request, Permissions.GOODS_VIEW);
        UUID category = goods.view(seller, Wire.id(Wire.GOODS, asked.goodsId()))
                .details()
                .categoryId();
        SampleCost cost =
                commissions.preview(Desk.caller(request, Permissions.SETTLEMENT_VIEW), sale(seller, category, asked));
        Factor.rows(request, 1);
        return new Fee(
                cost.terms().name(), cost.terms().rateBp(), cost.fee(), cost.feeTax(), cost.handling(), cost.seller());
    }

    private SampleSale sale(Caller seller, UUID category, AskedFee asked) {
        SiteView mall = sites.mall(seller);
        UUID own = Factor.client(request).site();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of(mall.zone()));
        return new SampleSale(
                seller.requireTenant(),
                own == null ? mall.id() : own,
                category,
                asked.price(),
                asked.on() == null ? today : asked.on());
    }
}
