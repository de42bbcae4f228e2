package dev.rialto.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.goods.GoodsFixture;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.TestMall;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedViewsIT {
    static TestMall mall;
    static GoodsFixture goods;
    static SavedViews views;

    private final UUID seller = goods.seller("Viewer " + Ids.next());
    private final Caller mina = at(seller);
    private final Caller jun = at(seller);

    @BeforeAll
    static void open(@TempDir Path folder) {
        mall = TestMall.empty(folder);
        goods = new GoodsFixture(mall, 0);
        views = mall.get(SavedViews.class);
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    private static UUID account() {
        UUID account = Ids.next();
        mall.execute(
                "insert into account (id, issuer, subject, state, created_at) values (?, 'self', ?, 'active', now())",
                account,
                account.toString());
        return account;
    }

    private static Caller at(UUID seller) {
        return Caller.tenant(seller, account(), Set.of("order.view"), "test");
    }

    private static SaveView view(String name, String query, boolean shared) {
        return new SaveView("orders", name, query, shared);
    }

    private static List<String> names(Caller caller) {
        return views.of(caller, "orders").stream().map(SavedView::name).toList();
    }

    @Test
    void oneSeesOnesOwnAndWhatColleaguesShareAndNobodyElsesPlace() {
        views.save(mina, view("To ship", "state=to_ship&column=placed", false));
        views.save(jun, view("Deposits", "method=deposit", true));
        assertThat(names(mina)).containsExactly("To ship", "Deposits");
        assertThat(names(jun)).containsExactly("Deposits");
        assertThat(names(at(goods.seller("Stranger " + Ids.next())))).isEmpty();
        Caller operator = Caller.operator(account(), Set.of("order.view"), "test");
        assertThat(names(operator)).as("the mall has its own").isEmpty();
        assertThat(views.of(mina, "goods")).isEmpty();
    }

    @Test
    void theSamePersonHasOtherViewsAtAnotherPlace() {
        views.save(mina, view("Mine", "q=x", true));
        Caller elsewhere =
                Caller.tenant(goods.seller("Elsewhere " + Ids.next()), mina.account(), Set.of("order.view"), "test");
        assertThat(names(elsewhere)).isEmpty();
        UUID own = views.of(mina, "orders").get(0).id();
        assertThatThrownBy(() -> views.delete(elsewhere, own)).hasMessageContaining("view_not_found");
    }

    @Test
    void aNameIsReplacedWhenKeptAgainAndRefusedWhenTakenByRenaming() {
        UUID first = views.save(mina, view("Today", "q=1", false));
        assertThat(views.save(mina, view("TODAY", "q=2", true))).isEqualTo(first);
        assertThat(views.of(mina, "orders")).hasSize(1).first().satisfies(view -> {
            assertThat(view.query()).isEqualTo("q=2");
            assertThat(view.shared()).isTrue();
            assertThat(view.own()).isTrue();
        });
        UUID second = views.save(mina, view("Later", "q=3", false));
        assertThatThrownBy(() -> views.rename(mina, second, "today", false)).hasMessageContaining("view_name_taken");
        views.rename(mina, second, "Tomorrow", true);
        assertThat(names(mina)).containsExactly("TODAY", "Tomorrow");
    }

    @Test
    void nobodyChangesWhatAColleagueShares() {
        UUID shared = views.save(jun, view("Shared", "q=1", true));
        assertThatThrownBy(() -> views.rename(mina, shared, "Mine now", true)).hasMessageContaining("view_not_found");
        assertThatThrownBy(() -> views.delete(mina, shared)).hasMessageContaining("view_not_found");
        views.delete(jun, shared);
        assertThat(names(mina)).isEmpty();
    }

    @Test
    void whatIsNoViewIsRefusedByField() {
        assertThatThrownBy(() -> views.save(mina, view(" ", "", false))).hasMessageContaining("name");
        assertThatThrownBy(() -> views.save(mina, view("n".repeat(61), "", false)))
                .hasMessageContaining("name");
        assertThatThrownBy(() -> views.save(mina, view("Script", "q=<script>", false)))
                .hasMessageContaining("query");
        assertThatThrownBy(() -> views.save(mina, view("Long", "q=" + "x".repeat(2_000), false)))
                .hasMessageContaining("query");
        assertThatThrownBy(() -> views.save(mina, new SaveView("passwords", "List", "", false)))
                .hasMessageContaining("list");
        for (int i = 0; i < 30; i++) {
            views.save(mina, view("View " + i, "q=" + i, false));
        }
        assertThatThrownBy(() -> views.save(mina, view("One more", "q=1", false)))
                .hasMessageContaining("too_many_views");
        assertThat(names(mina)).hasSize(30);
        Caller shopper = Caller.shopper(mina.account(), null, "test");
        assertThatThrownBy(() -> views.of(shopper, "orders")).hasMessageContaining("view_not_found");
    }
}
