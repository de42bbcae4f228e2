package dev.rialto.jobs.demo;

import dev.rialto.cardsale.CardGoods;
import dev.rialto.fulfilment.Deliveries;
import dev.rialto.fulfilment.DeliveryKind;
import dev.rialto.fulfilment.DeliveryRule;
import dev.rialto.fulfilment.SaveDelivery;
import dev.rialto.goods.Categories;
import dev.rialto.goods.GoodsDetails;
import dev.rialto.goods.GoodsEditor;
import dev.rialto.goods.GoodsState;
import dev.rialto.goods.NewGoods;
import dev.rialto.goods.VariantSpec;
import dev.rialto.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** A card of the demo's channel as goods in its shop, and the way in which it reaches its buyers. */
@ApplicationScoped
class CardShopSetup {
    private static final String CATEGORY = "audio";
    private static final int ON_SALE = 300;

    @Inject
    private GoodsEditor editor;

    @Inject
    private Categories categories;

    @Inject
    private Deliveries deliveries;

    @Inject
    private CardGoods cards;

    void sell(Caller worker, UUID channel, UUID product) {
        deliveries.save(worker, delivery(channel));
        UUID goods = editor.create(
                worker, new NewGoods(channel, details(category(worker)), List.of(variant()), GoodsState.ON_SALE));
        UUID variant = Objects.requireNonNull(
                editor.view(worker, goods).variants().get(0).id());
        Caller own = new Caller(Caller.Role.WORKER, channel, null, null, Set.of(), worker.traceId());
        cards.offer(own, variant, product, ON_SALE);
    }

    private UUID category(Caller worker) {
        return categories.tree(worker, "en").stream()
                .flatMap(major -> major.children().stream())
                .filter(category -> category.slug().equals(CATEGORY))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the mall has no category " + CATEGORY))
                .id();
    }

    private static SaveDelivery delivery(UUID channel) {
        Map<String, String> names = Map.of(
                "en", "On the order page and by mail",
                "ko", "주문 페이지와 이메일로 전달",
                "ja", "注文ページとメールでお届け",
                "zh", "在订单页面和邮件中发送");
        DeliveryRule free = new DeliveryRule(null, List.of(), Map.of("KRW", 0L, "USD", 0L));
        return new SaveDelivery(
                null,
                channel,
                names,
                DeliveryKind.FLAT,
                List.of(),
                List.of(free),
                Map.of(),
                "standard",
                0,
                0,
                0,
                true,
                0);
    }

    private static GoodsDetails details(UUID category) {
        return new GoodsDetails(
                category,
                "standard",
                "Video Plus",
                List.of(),
                Map.of(),
                "ko",
                Map.of(
                        "ko",
                        text("비디오 플러스 1개월 이용권", "코드로 받거나 계정에 바로 충전합니다.", "코드는 주문 페이지와 이메일로 전달됩니다."),
                        "en",
                        text(
                                "Video Plus, card for one month",
                                "As a code, or recharged to your account at once.",
                                "The code is on the order page and in a mail."),
                        "ja",
                        text("ビデオプラス 1か月カード", "コードで受け取るか、アカウントにすぐチャージします。", "コードは注文ページとメールでお届けします。"),
                        "zh",
                        text("Video Plus 一个月卡", "以兑换码形式，或直接充值到账户。", "兑换码会显示在订单页面并通过邮件发送。")));
    }

    private static GoodsDetails.Text text(String title, String summary, String body) {
        return new GoodsDetails.Text(title, summary, "<p>" + body + "</p>", List.of());
    }

    private static VariantSpec variant() {
        Map<String, VariantSpec.ListPrice> prices = Map.of(
                "KRW", new VariantSpec.ListPrice(9_900, null),
                "USD", new VariantSpec.ListPrice(799, null));
        return new VariantSpec(null, "VP-30-CARD", List.of(), Map.of(), 0, null, prices, null);
    }
}
