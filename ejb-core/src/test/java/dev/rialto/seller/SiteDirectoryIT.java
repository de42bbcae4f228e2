package dev.rialto.seller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.TestMall;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteDirectoryIT {
    private static final Caller SHOPPER = Caller.anonymous("t");

    @TempDir
    static Path folder;

    static TestMall mall;
    static UUID mallSite;
    static SiteDirectory directory;

    @BeforeAll
    static void openTheMall() {
        mall = TestMall.empty(folder);
        mallSite = SiteFixture.mall(mall);
        directory = mall.get(SiteDirectory.class);
        new Thread(mall.get(ChangeNews.class)).start();
        waitFor(() -> mall.get(ChangeNews.class).isHeard());
    }

    @AfterAll
    static void close() {
        mall.get(ChangeNews.class).stop();
        mall.close();
    }

    static void waitFor(BooleanSupplier condition) {
        Instant until = Instant.now().plusSeconds(10);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("still waiting").isBefore(until);
            Thread.onSpinWait();
        }
    }

    @Test
    @Tag("A7")
    void theHostDecidesWhichSiteAnswers() {
        UUID seller = SiteFixture.seller(mall, "Two hosts");
        UUID storefront = SiteFixture.storefront(mall, seller, "two.localhost");
        assertThat(directory
                        .byHost(SHOPPER, "MALL.localhost:8080")
                        .orElseThrow()
                        .id())
                .isEqualTo(mallSite);
        assertThat(directory.byHost(SHOPPER, "two.localhost").orElseThrow().id())
                .isEqualTo(storefront);
        assertThat(directory.byHost(SHOPPER, "nobody.localhost")).isEmpty();
        assertThat(directory.mall(SHOPPER).isMall()).isTrue();
    }

    @Test
    @Tag("A6")
    void aNewStorefrontAnswersWithinASecond() {
        assertThat(directory.byHost(SHOPPER, "new.localhost")).isEmpty();
        UUID seller = SiteFixture.seller(mall, "New one");
        SiteFixture.storefront(mall, seller, "new.localhost");
        Instant opened = Instant.now();
        waitFor(() -> directory.byHost(SHOPPER, "new.localhost").isPresent());
        assertThat(Instant.now()).isCloseTo(opened, within(1, ChronoUnit.SECONDS));
    }

    @Test
    @Tag("A9")
    void aChangeIsSeenWithoutWaitingForTheMemoryToAge() {
        UUID seller = SiteFixture.seller(mall, "Changing");
        UUID storefront = SiteFixture.storefront(mall, seller, "changing.localhost");
        assertThat(directory.byId(SHOPPER, storefront).discountBp()).isZero();
        mall.execute("update site set discount_bp = 1000 where id = ?", storefront);
        waitFor(() -> directory.byId(SHOPPER, storefront).discountBp() == 1000);
    }

    @Test
    void whatIsRememberedNeedsNoStatement() {
        SiteView first = directory.byHost(SHOPPER, "mall.localhost").orElseThrow();
        assertThat(directory.byHost(SHOPPER, "mall.localhost").orElseThrow()).isSameAs(first);
    }

    @Test
    void withoutNewsWhatIsRememberedAges() {
        ChangeNews silent = new ChangeNews(mall.get(dev.rialto.platform.Settings.class));
        MovingClock clock = new MovingClock();
        SiteDirectory deaf = new SiteDirectory(mall.get(SiteBook.class), silent, clock);
        deaf.byId(SHOPPER, mallSite);
        mall.execute("update site set name = 'Renamed' where id = ?", mallSite);
        assertThat(deaf.byId(SHOPPER, mallSite).name()).isNotEqualTo("Renamed");
        clock.advance(Duration.ofSeconds(11));
        assertThat(deaf.byId(SHOPPER, mallSite).name()).isEqualTo("Renamed");
    }

    @Test
    void anUnknownSiteIsNotFound() {
        assertThatThrownBy(() -> directory.byId(SHOPPER, Ids.next())).hasMessageContaining("site_not_found");
    }
}
