package dev.rialto.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.Caller;
import dev.rialto.membership.AddressBook;
import dev.rialto.membership.JoinMember;
import dev.rialto.membership.Members;
import dev.rialto.membership.PersonalRecords;
import dev.rialto.membership.PostalAddress;
import dev.rialto.membership.SessionView;
import dev.rialto.membership.Sessions;
import dev.rialto.membership.SignIn;
import dev.rialto.order.PlacedOrder;
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
