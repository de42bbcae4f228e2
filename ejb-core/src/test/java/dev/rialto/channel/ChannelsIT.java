package dev.rialto.channel;

import static dev.rialto.channel.ChannelFixture.operator;
import static dev.rialto.channel.ChannelFixture.owner;
import static dev.rialto.channel.ChannelFixture.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.TestMall;
import dev.rialto.seller.SellerError;
import dev.rialto.seller.StaffDirectory;
import dev.rialto.seller.StaffView;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelsIT {
    @TempDir
    static Path folder;

    static TestMall mall;
    static ChannelFixture fixture;
    static CardStock stock;
    static Channels channels;

    @BeforeAll
    static void open() {
        mall = TestMall.empty(folder);
        fixture = new ChannelFixture(mall, "sandbox");
        stock = mall.get(CardStock.class);
        channels = mall.get(Channels.class);
        fixture.cards(fixture.channel, 100);
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    private static CardTrade trade(long quantity, long price) {
        return new CardTrade(null, fixture.product, quantity, won(price), "");
    }

    @Test
    @Tag("E35")
    void aChannelSeesItsOwnTreeAndNothingElse() {
        UUID stranger = fixture.stranger();
        assertThat(channels.tree(owner(fixture.channel)))
                .extracting(ChannelView::id)
                .containsExactly(fixture.channel, fixture.subChannel);
        assertThat(channels.tree(owner(fixture.subChannel)))
                .extracting(ChannelView::id)
                .containsExactly(fixture.subChannel);
        assertThat(channels.tree(operator())).extracting(ChannelView::id).contains(fixture.channel, stranger);
        assertThatThrownBy(() -> channels.view(owner(stranger), fixture.channel))
                .hasMessageContaining("channel_not_found");
        assertThatThrownBy(() -> channels.view(owner(fixture.subChannel), fixture.channel))
                .hasMessageContaining("channel_not_found");
        assertThat(stock.levels(owner(stranger))).isEmpty();
        assertThat(stock.movements(owner(stranger), null, null, 10).items()).isEmpty();
    }

    @Test
    @Tag("E35")
    void theDatabaseItselfKeepsOtherChannelsOut() {
        UUID stranger = fixture.stranger();
        for (String table :
                new String[] {"channel", "card_stock", "card_movement", "recharge_code", "recharge_request"}) {
            Long seen = mall.value(
                    Long.class,
                    "select count(*) from pg_policies where tablename = ? and 'rialto_tenant' = any(roles) and cmd = 'SELECT' "
                            + "and qual like '%channel_tree%'",
                    table);
            assertThat(seen).as(table).isEqualTo(1);
        }
        assertThatThrownBy(() -> stock.purchase(
                        owner(stranger), new CardTrade(fixture.channel, fixture.product, 1, won(1), "inv")))
                .hasMessageContaining("channel_not_found");
    }

    @Test
    @Tag("E16")
    void aPurchaseRaisesTheStockAtItsCostAndAnInvoiceCountsOnce() {
        UUID channel = fixture.stranger();
        CardTrade purchase = new CardTrade(null, fixture.product, 40, won(7000), "2026-117");
        stock.purchase(owner(channel), purchase);
        assertThatThrownBy(() -> stock.purchase(owner(channel), purchase)).hasMessageContaining("invoice_booked");
        assertThat(fixture.count("bought", channel)).isEqualTo(40);
        CardMovement booked =
                stock.movements(owner(channel), null, null, 10).items().get(0);
        assertThat(booked.total()).contains(won(280_000));
        assertThat(booked.reference()).isEqualTo("2026-117");
        assertThat(booked.about()).isNull();
    }

    @Test
    @Tag("E16")
    void wrongPurchasesNameTheFieldsAndChangeNothing() {
        Caller own = owner(fixture.stranger());
        assertThatThrownBy(() -> stock.purchase(own, new CardTrade(null, fixture.product, 0, won(-1), " ")))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.fields())
                        .extracting("field")
                        .containsExactly("quantity", "unit", "reference"));
        assertThatThrownBy(() -> stock.purchase(own, new CardTrade(null, Ids.next(), 1, won(1), "x")))
                .hasMessageContaining("product_not_found");
        assertThatThrownBy(() ->
                        stock.purchase(owner(fixture.subChannel), new CardTrade(null, fixture.product, 1, won(1), "x")))
                .hasMessageContaining("not_at_the_top");
        assertThatThrownBy(() -> stock.purchase(
                        Caller.tenant(own.requireTenant(), null, Set.of(), "t"),
                        new CardTrade(null, fixture.product, 1, won(1), "x")))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.code())
                        .isEqualTo(SellerError.NOT_PERMITTED));
        assertThat(stock.levels(own)).isEmpty();
    }

    @Test
    @Tag("E18")
    @Tag("E13")
    void aSubChannelBuysAtThePriceAndTheFreeStockOfTheChannelFalls() {
        UUID top = fixture.stranger();
        UUID below = fixture.open(top, "Below " + top);
        fixture.cards(top, 50);
        assertThatThrownBy(() -> stock.buyFromAbove(owner(below), trade(5, 9000)))
                .hasMessageContaining("no_price");
        stock.setPrice(owner(top), null, new CardStock.Price(fixture.product, won(9000)));
        assertThat(stock.pricesAbove(owner(below))).containsExactly(new CardStock.Price(fixture.product, won(9000)));
        assertThatThrownBy(() -> stock.buyFromAbove(owner(below), trade(5, 8000)))
                .hasMessageContaining("card_price_changed");
        assertThatThrownBy(() -> stock.buyFromAbove(owner(below), trade(51, 9000)))
                .hasMessageContaining("cards_short");
        stock.buyFromAbove(owner(below), trade(20, 9000));
        assertThat(fixture.count("free", top)).isEqualTo(30);
        assertThat(fixture.count("free", below)).isEqualTo(20);
        assertThat(stock.levels(owner(top))).extracting(CardLevel::channelId).containsExactly(top, below);
        assertThat(stock.levels(owner(below))).extracting(CardLevel::channelId).containsExactly(below);
        assertThat(stock.movements(owner(top), null, null, 10).items())
                .extracting(CardMovement::kind)
                .containsExactlyInAnyOrder("purchase", "sold_on", "bought_on");
    }

    @Test
    @Tag("E13")
    void withdrawnCardsCanNoLongerBeCodedOrUsed() {
        UUID channel = fixture.stranger();
        fixture.cards(channel, 10);
        stock.withdraw(operator(), new CardTrade(channel, fixture.product, 10, won(0), "recalled"));
        assertThat(fixture.count("remaining", channel)).isZero();
        assertThatThrownBy(
                        () -> stock.withdraw(operator(), new CardTrade(channel, fixture.product, 1, won(0), "again")))
                .hasMessageContaining("cards_short");
    }

    @Test
    @Tag("E19")
    void aChannelOpensOnesBelowItselfOnlyAndNamesAreNotTakenTwice() {
        UUID channel = fixture.stranger();
        UUID below = channels.open(owner(channel), new OpenChannel(null, "Kiosk", "kiosk@example.test", null, "ko"));
        assertThat(channels.view(owner(channel), below).parentId()).isEqualTo(channel);
        assertThatThrownBy(() -> channels.open(
                        owner(channel), new OpenChannel(fixture.channel, "Mine", "m@example.test", null, "ko")))
                .hasMessageContaining("channel_not_found");
        assertThatThrownBy(() ->
                        channels.open(owner(channel), new OpenChannel(null, "kiosk", "k@example.test", null, "ko")))
                .hasMessageContaining("channel_name_taken");
        assertThatThrownBy(() -> channels.open(owner(channel), new OpenChannel(null, " ", "nowhere", null, "ko")))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.fields())
                        .extracting("field")
                        .containsExactly("name", "email"));
        assertThat(mall.value(Long.class, "select count(*) from staff_invitation where tenant_id = ?", below))
                .isEqualTo(1);
    }

    @Test
    void theOwnerOfAChannelMayWhatASellersOwnerMayAndMore() {
        UUID account = Ids.next();
        mall.execute(
                "insert into account (id, subject, state, created_at) values (?, ?, 'active', now())",
                account,
                account.toString());
        UUID channel = channels.open(operator(), new OpenChannel(null, "Owned", "o@example.test", account, "ko"));
        StaffView staff =
                mall.get(StaffDirectory.class).of(Caller.worker("t"), account).orElseThrow();
        assertThat(staff.permissionsAt(channel)).contains("goods.edit", "card.buy", "code.approve");
    }

    @Test
    @Tag("E15")
    void aProviderIsARowAndItsSecretsAreSealed() {
        CardProviders providers = mall.get(CardProviders.class);
        CardProviders.Save wish = new CardProviders.Save(
                "music", "Music", "described", "https://music.example", "{\"a\":1}", "who-we-are", "sixteen-letters-x");
        UUID id = providers.save(operator(), wish);
        assertThat(providers.access(Caller.worker("t"), id).secret()).isEqualTo("sixteen-letters-x");
        providers.save(
                operator(),
                new CardProviders.Save("music", "Music 2", "described", "https://music.example", "{}", "", ""));
        assertThat(providers.named(Caller.worker("t"), "music").key()).isEqualTo("who-we-are");
        String row = mall.value(String.class, "select v::text from card_provider v where id = ?", id);
        assertThat(row).doesNotContain("sixteen").doesNotContain("who-we-are");
        assertThatThrownBy(() ->
                        providers.save(operator(), new CardProviders.Save("X", "", "?", "ftp://x", "no", "", "short")))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.fields())
                        .extracting("field")
                        .containsExactly("name", "label", "adapter", "url", "description", "key", "secret"));
    }
}
