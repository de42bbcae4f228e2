package dev.rialto.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.MallClock;
import dev.rialto.platform.TestMall;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptExportsIT {
    private static final byte[] BYTES = "Handle,Title\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path folder;

    static TestMall mall;
    static KeptExports exports;

    @BeforeAll
    static void open() {
        mall = TestMall.empty(folder);
        exports = mall.get(KeptExports.class);
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    private static Caller seller(String... permissions) {
        UUID tenant = Ids.next();
        mall.execute("insert into tenant values (?, 'seller', now())", tenant);
        return new Caller(Caller.Role.TENANT, tenant, Ids.next(), null, Set.of(permissions), "test");
    }

    private static UUID kept(Caller who) {
        return exports.keep(who, new KeptExport.Content("goods.csv", "text/csv", BYTES), "goods.view");
    }

    @Test
    void anExportIsHadAgainAsItWas() {
        Caller seller = seller("goods.view");
        UUID id = kept(seller);
        assertThat(exports.latest(seller, 10)).extracting(KeptExport::id).containsExactly(id);
        KeptExport.Content again = exports.open(seller, id);
        assertThat(again.fileName()).isEqualTo("goods.csv");
        assertThat(again.bytes()).isEqualTo(BYTES);
    }

    @Test
    void anotherSellerAndWhoMayNotExportSeeNothing() {
        Caller seller = seller("goods.view");
        UUID id = kept(seller);
        Caller other = seller("goods.view");
        assertThat(exports.latest(other, 10)).isEmpty();
        assertThatThrownBy(() -> exports.open(other, id)).hasMessage("export_not_found");
        Caller clerk = new Caller(Caller.Role.TENANT, seller.tenant(), Ids.next(), null, Set.of("order.view"), "test");
        assertThat(exports.latest(clerk, 10)).isEmpty();
        assertThatThrownBy(() -> exports.open(clerk, id)).hasMessage("export_not_found");
        assertThatThrownBy(() -> kept(clerk)).hasMessage("not_allowed");
        Caller operator = new Caller(Caller.Role.MALL, null, Ids.next(), null, Set.of("goods.view"), "test");
        assertThat(exports.latest(operator, 10)).isEmpty();
    }

    @Test
    void afterAWeekItIsGone() {
        Caller seller = seller("goods.view");
        UUID id = kept(seller);
        assertThat(folder.resolve("exports/" + id)).exists();
        mall.get(MallClock.class).advance(Duration.ofDays(8));
        assertThat(exports.latest(seller, 10)).isEmpty();
        exports.sweep(Caller.worker("test"), 100);
        assertThat(folder.resolve("exports/" + id)).doesNotExist();
        assertThatThrownBy(() -> exports.open(seller, id)).hasMessage("export_not_found");
    }
}
