package dev.rialto.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.conversation.Conversations;
import dev.rialto.conversation.Decision;
import dev.rialto.conversation.Side;
import dev.rialto.fulfilment.Fulfilment;
import dev.rialto.fulfilment.ShipSubOrder;
import dev.rialto.kernel.Caller;
import dev.rialto.membership.AddressBook;
import dev.rialto.membership.JoinMember;
import dev.rialto.membership.Members;
import dev.rialto.membership.PersonalRecords;
import dev.rialto.membership.PostalAddress;
import dev.rialto.membership.SessionView;
import dev.rialto.membership.Sessions;
import dev.rialto.membership.SignIn;
import dev.rialto.notice.Notices;
import dev.rialto.order.OrderDesk;
import dev.rialto.order.Orders;
import dev.rialto.order.PlacedOrder;
import dev.rialto.order.SubOrderView;
import dev.rialto.payment.ConfirmDeposit;
import dev.rialto.refund.OwedRefunds;
import dev.rialto.refund.PayByHand;
import dev.rialto.refund.RefundFilter;
import dev.rialto.returns.RequestReturn;
import dev.rialto.returns.ReturnGround;
import dev.rialto.returns.ReturnView;
import dev.rialto.returns.ReturnWish;
import dev.rialto.returns.Returns;
import dev.rialto.review.Reviews;
import dev.rialto.seller.Permissions;
import dev.rialto.wish.AskNotice;
import dev.rialto.wish.StockNotices;
import dev.rialto.wish.WishList;
import dev.rialto.wish.WishPlace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureIT {
    private static final String PASSWORD = "a kite over the bay";
    /** What would give the person away, wherever it stood. */
    private static final List<String> TRACES =
            List.of("zofia", "Wiśniewska", "Zofia's", "555-0173", "Lamplight Row 7", "ring twice", "203.0.113.77");

    @TempDir
    static Path folder;

    static ShopFixture shop;
    static PersonalRecords records;

    @BeforeAll
    static void open() {
        shop = ShopFixture.open(folder);
        records = shop.mall.get(PersonalRecords.class);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private static Caller zofia(String email) {
        UUID account = shop.mall
                .get(Members.class)
                .join(
                        Caller.anonymous("t"),
                        new JoinMember(
                                shop.site,
                                email,
                                PASSWORD,
                                "Zofia Wiśniewska",
                                "+82 555-0173",
                                "en",
                                Set.of("terms", "marketing"),
                                null));
        String token = shop.mall
                .get(Sessions.class)
                .signIn(
                        Caller.anonymous("t"),
                        new SignIn(
                                email,
                                PASSWORD,
                                SessionView.Kind.SHOPPER,
                                shop.site,
                                null,
                                "203.0.113.77",
                                "Zofia's browser"))
                .token();
        Caller caller = Caller.shopper(account, token, "t");
        shop.mall
                .get(AddressBook.class)
                .keep(
                        caller,
                        new PostalAddress(
                                null, "Zofia", null, "KR", "Seoul", "Mapo", "Lamplight Row 7", null, "04001", true));
        return caller;
    }

    private static CheckoutDetails details(String email) {
        return new CheckoutDetails(
                email,
                "Zofia Wiśniewska",
                "010-555-0173",
                "KR",
                "04524",
                "Seoul",
                "Jung-gu",
                "Lamplight Row 7",
                "",
                "ring twice",
                Map.of());
    }

    private static PlacedOrder buy(Caller who, String email) {
        shop.put(who, shop.variant(20_000, 10), 1);
        shop.checkout.save(who, shop.visit(), details(email));
        UUID payment = shop.approved(who, shop.checkout.price(who, shop.visit()));
        return ((Completion.Placed) shop.checkout.complete(who, payment)).order();
    }

    /** Tables in which any row, written as text, holds one of the traces. */
    private static List<String> tablesWithTraces() {
        return shop.mall.inTransaction(() -> tables().stream()
                .filter(table -> TRACES.stream()
                        .anyMatch(trace -> shop.mall.value(
                                boolean.class,
                                "select exists (select from " + table
                                        + " t where strpos(lower(t::text), lower(?)) > 0)",
                                trace)))
                .toList());
    }

    private static List<String> tables() {
        return List.of(shop.mall.value(String.class, """
                        select string_agg(quote_ident(relname), ',' order by relname) from pg_class
                        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                          and has_table_privilege(oid, 'select')
                        """).split(","));
    }

    @Test
    void nothingOfThePersonIsLeftInAnyTableAndTheBooksStay() {
        String email = "zofia@example.test";
        Caller zofia = zofia(email);
        PlacedOrder order = buy(zofia, email);
        shop.put(zofia, shop.variant(5_000, 10), 1);
        shop.checkout.save(zofia, shop.visit(), details(email));
        assertThat(tablesWithTraces()).contains("person", "purchase_contact", "checkout", "mail", "address", "session");
        assertThatThrownBy(() -> records.erase(zofia, PASSWORD))
                .hasMessageContaining("orders_open")
                .hasMessageContaining(order.number());
        assertThat(tablesWithTraces()).contains("person", "purchase_contact");

        shop.mall.execute("update sub_order set state = 'delivered' where order_id = ?", order.id());
        int entries = shop.count("ledger_entry");
        records.erase(zofia, PASSWORD);
        assertThat(tablesWithTraces()).isEmpty();
        assertThat(shop.mall.value(long.class, "select total from purchase where id = ?", order.id()))
                .isPositive();
        assertThat(shop.count("ledger_entry")).isEqualTo(entries).isPositive();
    }

    @Test
    void openCasesHoldThePersonAndWhatWasWrittenGoesWithThePerson() {
        String email = "zofia.wrote@example.test";
        Caller zofia = zofia(email);
        UUID variant = shop.variant(20_000, 10);
        PlacedOrder order = bought(zofia, email, variant);
        Caller operator = Caller.operator(shop.member().account(), Permissions.OPERATOR, "t");
        shipped(operator, order);
        UUID part = shop.mall.value(UUID.class, "select id from sub_order where order_id = ?", order.id());
        write(zofia, variant, part);
        Returns returns = shop.mall.get(Returns.class);
        ReturnView asked = returns.request(zofia, askedBack(order, part));
        refusedFor(zofia, held("disputes", order.number()), held("returns", asked.number()));
        decide(operator, part);
        returns.callOff(zofia, order.number(), asked.number());
        shop.mall.execute(
                "insert into bank_file (id, name, kind, sha256, state, uploaded_at) values (?, 'f', 'csv', 'x', 'read', now())",
                part);
        shop.mall.execute(
                "insert into bank_entry (id, file_id, number, entry_key, booked_on, amount, currency, payer, message, state, order_id)"
                        + " values (?, ?, 1, 'k', '2026-11-20', 5, 'KRW', 'Zofia Wiśniewska', 'from zofia', 'double', ?)",
                order.id(),
                part,
                order.id());
        refusedFor(zofia, held("transfers", order.number()));
        shop.mall.execute("update bank_entry set state = 'ignored', note = 'known'");

        assertThat(records.export(zofia))
                .contains("zofia likes it", "does it fit zofia", "zofia has a question", "zofia changed her mind")
                .contains("from zofia", "she thinks it is forged", "\"wishes\":[{", "\"stock_notices\":[{");
        assertThat(tablesWithTraces())
                .contains("remark", "conversation_message", "return_case", "bank_entry", "notice");
        records.erase(zofia, PASSWORD);
        assertThat(tablesWithTraces()).isEmpty();
        assertThat(shop.count("wish") + shop.count("stock_notice")).isZero();
        assertThat(shop.mall.value(
                        String.class, "select string_agg(body, ',') from conversation_message where kind = 'decision'"))
                .isEqualTo("as the law has it");
        assertThat(shop.mall.value(Long.class, "select amount from bank_entry")).isEqualTo(5);
    }

    private static PlacedOrder bought(Caller zofia, String email, UUID variant) {
        shop.put(zofia, variant, 1);
        shop.checkout.save(zofia, shop.visit(), details(email));
        UUID payment = shop.approved(zofia, shop.checkout.price(zofia, shop.visit()));
        return ((Completion.Placed) shop.checkout.complete(zofia, payment)).order();
    }

    private static void shipped(Caller operator, PlacedOrder order) {
        Fulfilment fulfilment = shop.mall.get(Fulfilment.class);
        Orders orders = shop.mall.get(Orders.class);
        SubOrderView part = orders.view(operator, order.id()).parts().get(0);
        fulfilment.ship(operator, new ShipSubOrder(part.id(), "Post", "T-1", Map.of(), part.version()));
        fulfilment.deliver(
                operator,
                part.id(),
                orders.view(operator, order.id()).parts().get(0).version());
    }

    /** Reviews, asks, complains, reports, wishes and waits. */
    private static void write(Caller zofia, UUID variant, UUID part) {
        UUID goods = shop.mall.value(UUID.class, "select goods_id from variant where id = ?", variant);
        String slug = shop.mall.value(String.class, "select slug from goods where id = ?", goods);
        Reviews reviews = shop.mall.get(Reviews.class);
        Reviews.Place place = new Reviews.Place(shop.site, goods, "en");
        reviews.write(zofia, place, new Reviews.Typed(5, "Fine", "zofia likes it"));
        reviews.ask(zofia, place, "does it fit zofia");
        Conversations talks = shop.mall.get(Conversations.class);
        talks.write(zofia, part, "zofia has a question");
        talks.dispute(zofia, part, "zofia wants the mall to decide");
        shop.mall
                .get(Notices.class)
                .report(
                        zofia,
                        new Notices.Report(
                                shop.site,
                                slug,
                                "counterfeit",
                                "she thinks it is forged",
                                "zofia@example.test",
                                "en",
                                "here"));
        shop.mall.get(WishList.class).add(zofia, shop.site, goods);
        UUID soldOut = shop.variant(9_000, 0);
        shop.mall
                .get(StockNotices.class)
                .ask(zofia, new AskNotice(soldOut, new WishPlace(shop.site, "en", "KRW"), "", "here"));
    }

    private static RequestReturn askedBack(PlacedOrder order, UUID part) {
        UUID line = shop.mall.value(UUID.class, "select id from order_line where sub_order_id = ?", part);
        return new RequestReturn(
                order.number(),
                shop.mall.value(String.class, "select number from sub_order where id = ?", part),
                ReturnGround.WITHDRAWAL,
                ReturnWish.REFUND,
                "zofia changed her mind",
                List.of(new RequestReturn.Item(line, 1, null)));
    }

    private static void decide(Caller operator, UUID part) {
        UUID talk = shop.mall.value(UUID.class, "select id from conversation where sub_order_id = ?", part);
        Conversations talks = shop.mall.get(Conversations.class);
        talks.decide(
                operator,
                new Decision(
                        talk,
                        Side.BUYER,
                        "as the law has it",
                        talks.view(operator, talk).version()));
    }

    private static String held(String kind, String number) {
        return "field=" + kind + ", code=unfinished, arguments=[" + number + "]";
    }

    private static void refusedFor(Caller zofia, String... reasons) {
        var refusal = assertThatThrownBy(() -> records.erase(zofia, PASSWORD)).hasMessageContaining("orders_open");
        for (String reason : reasons) {
            refusal.hasMessageContaining(reason);
        }
        assertThat(tablesWithTraces()).contains("person");
    }

    @Test
    void nobodyIsErasedWhoIsOwedMoney() {
        String email = "zofia.owed@example.test";
        Caller zofia = zofia(email);
        shop.put(zofia, shop.variant(20_000, 10), 1);
        shop.checkout.save(zofia, shop.visit(), details(email));
        PlacedOrder order = ((PayResult.Placed) shop.deposit(zofia, shop.checkout.price(zofia, shop.visit()))).order();
        Caller operator = Caller.operator(shop.member().account(), Permissions.OPERATOR, "t");
        OrderDesk desk = shop.mall.get(OrderDesk.class);
        var payment = shop.mall.get(Orders.class).view(operator, order.id()).payment();
        desk.confirmDeposit(operator, new ConfirmDeposit(payment.id(), payment.amount(), "seen"));
        desk.cancel(zofia, order.number());
        refusedFor(zofia, held("refunds", order.number()));
        OwedRefunds refunds = shop.mall.get(OwedRefunds.class);
        var owed =
                refunds.list(operator, RefundFilter.ofOrder(order.id())).items().get(0);
        refunds.payByHand(operator, new PayByHand(owed.id(), "transfer 9", owed.version()));
        assertThat(records.export(zofia)).contains("\"refunds\":[{", "transfer 9");
        records.erase(zofia, PASSWORD);
        assertThat(tablesWithTraces()).isEmpty();
    }

    @Test
    void theExportHasTheOrdersWithContactAndLines() {
        String email = "zofia.export@example.test";
        Caller zofia = zofia(email);
        PlacedOrder order = buy(zofia, email);
        assertThat(records.export(zofia))
                .contains(order.number(), "Lamplight Row 7", "ring twice", "Thing", email, "\"consents\"");
        shop.mall.execute("update sub_order set state = 'cancelled' where order_id = ?", order.id());
        records.erase(zofia, PASSWORD);
    }

    @Test
    void theBackOfficeErasesWithPermissionAndReasonOnly() {
        Caller zofia = zofia("zofia.asked@example.test");
        UUID account = zofia.signedIn().orElseThrow();
        Caller clerk = Caller.operator(account, Set.of("member.view"), "t");
        assertThatThrownBy(() -> records.eraseOf(clerk, account, "asked by letter"))
                .hasMessageContaining("not_permitted");
        Caller operator = Caller.operator(null, Set.of("member.edit"), "t");
        assertThatThrownBy(() -> records.eraseOf(operator, account, " ")).hasMessageContaining("reason");
        assertThat(records.exportOf(operator, account)).contains("zofia.asked@example.test");
        records.eraseOf(operator, account, "asked by letter");
        assertThat(shop.mall.value(
                        String.class,
                        "select reason from audit where action = 'member.erase' and subject_id = ?",
                        account.toString()))
                .isEqualTo("asked by letter");
        assertThatThrownBy(() -> records.exportOf(operator, account)).hasMessageContaining("member_not_found");
    }
}
