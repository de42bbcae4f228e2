package dev.rialto.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.rialto.kernel.Caller;
import dev.rialto.platform.MallClock;
import dev.rialto.platform.TestMall;
import dev.rialto.seller.Permissions;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.SiteFixture;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnDomainsIT {
    private static final Caller WORKER = Caller.worker("t");

    @TempDir
    static Path folder;

    static NamesOfTest names;
    static HttpServer web;
    static volatile String served = "";
    static TestMall mall;
    static OwnDomains domains;
    static UUID seller;
    static UUID site;
    static UUID other;
    static UUID othersSite;

    @BeforeAll
    static void openTheMall() throws Exception {
        names = new NamesOfTest();
        web = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        web.createContext(DomainView.FILE, exchange -> {
            byte[] body = served.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(served.isEmpty() ? 404 : 200, served.isEmpty() ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        web.start();
        int port = web.getAddress().getPort();
        System.setProperty("rialto.dns.server", "127.0.0.1:" + names.port());
        System.setProperty("rialto.domains.file.port", String.valueOf(port));
        System.setProperty("rialto.outgoing.allow", "file.example.test:" + port);
        mall = TestMall.empty(folder);
        SiteFixture.mall(mall);
        seller = SiteFixture.seller(mall, "Quay");
        site = SiteFixture.storefront(mall, seller, "quay.localhost");
        other = SiteFixture.seller(mall, "Harbour");
        othersSite = SiteFixture.storefront(mall, other, "harbour.localhost");
        domains = mall.get(OwnDomains.class);
    }

    @AfterAll
    static void close() {
        System.clearProperty("rialto.dns.server");
        System.clearProperty("rialto.domains.file.port");
        System.clearProperty("rialto.outgoing.allow");
        mall.close();
        web.stop(0);
        names.close();
    }

    private static Caller owner(UUID tenant) {
        return Caller.tenant(tenant, null, Permissions.SELLER_OWNER, "t");
    }

    private static DomainView add(String host, ProofMethod method) {
        UUID id = domains.add(owner(seller), new NewDomain(site, host, method));
        return domains.list(owner(seller), site).stream()
                .filter(domain -> domain.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static DomainView now(DomainView domain) {
        return domains.list(owner(seller), domain.siteId()).stream()
                .filter(one -> one.id().equals(domain.id()))
                .findFirst()
                .orElseThrow();
    }

    private static DomainView proved(String host) {
        DomainView domain = add(host, ProofMethod.DNS);
        names.text(domain.recordName(), domain.proof());
        return domains.check(owner(seller), domain.id());
    }

    private static boolean answers(String host) {
        return mall.get(SiteDirectory.class).byHost(WORKER, host).isPresent();
    }

    private static boolean certified(String host) {
        return mall.get(CertificateHosts.class).allows(WORKER, host);
    }

    /** The directory hears of changes over a line that tests without a server do not have. */
    private static void pass(Duration time) {
        mall.get(MallClock.class).advance(time);
    }

    @Test
    @Tag("A7")
    void aRecordProvesADomain() {
        DomainView domain = add("Record.Example.test.", ProofMethod.DNS);
        assertThat(domain.host()).isEqualTo("record.example.test");
        assertThat(domains.check(owner(seller), domain.id()).reason()).isEqualTo("no_record");
        names.text(domain.recordName(), "rialto-site=somebody-elses");
        assertThat(domains.check(owner(seller), domain.id()).reason()).isEqualTo("wrong_record");
        pass(Duration.ofSeconds(11));
        assertThat(answers(domain.host())).isFalse();
        names.text(domain.recordName(), domain.proof());
        assertThat(domains.check(owner(seller), domain.id()).state()).isEqualTo(DomainState.ACTIVE);
        pass(Duration.ofSeconds(11));
        assertThat(answers(domain.host())).isTrue();
        assertThat(certified(domain.host())).isTrue();
        assertThat(mailsAbout("record.example.test")).isEqualTo(1);
    }

    @Test
    @Tag("A7")
    void aFileProvesADomain() {
        names.address("file.example.test", "127.0.0.1");
        DomainView domain = add("file.example.test", ProofMethod.FILE);
        served = "";
        assertThat(domains.check(owner(seller), domain.id()).reason()).isEqualTo("no_file");
        served = "rialto-site=other";
        assertThat(domains.check(owner(seller), domain.id()).reason()).isEqualTo("wrong_file");
        served = domain.proof() + "\n";
        assertThat(domains.check(owner(seller), domain.id()).state()).isEqualTo(DomainState.ACTIVE);
        assertThat(domains.proofServed(WORKER, site, "file.example.test")).isEqualTo(domain.proof());
        assertThat(domains.proofServed(WORKER, othersSite, "file.example.test")).isEmpty();
    }

    @Test
    void noFileIsFetchedFromInsideTheNetwork() {
        names.address("inside.example.test", "10.0.0.7");
        DomainView domain = add("inside.example.test", ProofMethod.FILE);
        assertThat(domains.check(owner(seller), domain.id()).reason()).isEqualTo("not_public");
        names.address("inside.example.test", "169.254.169.254");
        assertThat(domains.check(owner(seller), domain.id()).reason()).isEqualTo("not_public");
    }

    @ParameterizedTest
    @Tag("A8")
    @CsvSource({
        "co.uk, public_suffix",
        "github.io, public_suffix",
        "com, not_a_host",
        "127.0.0.1, not_a_host",
        "*.example.test, not_a_host",
        "<script>alert(1)</script>, not_a_host",
        "mall.localhost, mall",
        "deep.mall.localhost, mall",
        "another.localhost, mall",
        "harbour.localhost, mall"
    })
    void namesThatNobodyMayHaveAreRefused(String host, String why) {
        assertThatThrownBy(() -> domains.add(owner(seller), new NewDomain(site, host, ProofMethod.DNS)))
                .hasMessageContaining(why);
    }

    @Test
    @Tag("A8")
    void aNameThatIsAliveElsewhereIsRefusedAndSoIsOneUnderIt() {
        proved("taken.example.test");
        assertThatThrownBy(() ->
                        domains.add(owner(other), new NewDomain(othersSite, "taken.example.test", ProofMethod.DNS)))
                .hasMessageContaining("taken");
        assertThatThrownBy(() -> domains.add(
                        owner(other), new NewDomain(othersSite, "shop.taken.example.test", ProofMethod.DNS)))
                .hasMessageContaining("under_another");
        assertThatThrownBy(() -> domains.add(owner(seller), new NewDomain(site, "taken.example.test", ProofMethod.DNS)))
                .hasMessageContaining("added");
    }

    @Test
    @Tag("A7")
    void namesInOtherScriptsAreKeptInAscii() {
        DomainView domain = proved("가게.example.test");
        assertThat(domain.host()).isEqualTo("xn--o39akk.example.test");
        assertThat(domain.unicode()).isEqualTo("가게.example.test");
    }

    @Test
    @Tag("A7")
    @Tag("A8")
    void aDomainWhoseProofIsGoneStopsAfterAWeekAndIsThenProvedAnew() {
        DomainView domain = proved("lapsing.example.test");
        domains.prefer(owner(seller), domain.id());
        names.forget(domain.recordName());
        round(Duration.ofHours(25));
        assertThat(now(domain).state()).isEqualTo(DomainState.FAILING);
        assertThat(answers("lapsing.example.test")).isTrue();
        round(Duration.ofDays(4));
        round(Duration.ofDays(4));
        assertThat(now(domain).state()).isEqualTo(DomainState.STOPPED);
        pass(Duration.ofSeconds(11));
        assertThat(answers("lapsing.example.test")).isFalse();
        assertThat(certified("lapsing.example.test")).isFalse();
        assertThat(mall.get(SiteDirectory.class).byId(WORKER, site).host()).isNotEqualTo("lapsing.example.test");
        assertThat(mailsAbout("lapsing.example.test")).isEqualTo(3);

        UUID anew = domains.add(owner(other), new NewDomain(othersSite, "lapsing.example.test", ProofMethod.DNS));
        names.text(domain.recordName(), domain.proof());
        assertThat(domains.check(owner(other), anew).reason()).isEqualTo("wrong_record");
        assertThat(certified("lapsing.example.test")).isFalse();
    }

    @Test
    @Tag("A7")
    void aProofThatComesBackInTimeEndsTheDoubt() {
        DomainView domain = proved("wavering.example.test");
        names.forget(domain.recordName());
        round(Duration.ofHours(25));
        names.text(domain.recordName(), domain.proof());
        round(Duration.ofHours(2));
        assertThat(now(domain).state()).isEqualTo(DomainState.ACTIVE);
        assertThat(now(domain).failingSince()).isNull();
    }

    @Test
    @Tag("A8")
    void aWishThatIsNotProvedWithinAWeekKeepsNobodyOut() {
        DomainView domain = add("squatted.example.test", ProofMethod.DNS);
        round(Duration.ofDays(8));
        assertThat(now(domain).state()).isEqualTo(DomainState.LAPSED);
        assertThat(domains.add(owner(other), new NewDomain(othersSite, "squatted.example.test", ProofMethod.DNS)))
                .isNotNull();
    }

    @Test
    void nobodyTouchesAnothersDomains() {
        DomainView domain = add("mine.example.test", ProofMethod.DNS);
        Caller stranger = owner(other);
        assertThatThrownBy(() -> domains.check(stranger, domain.id())).hasMessageContaining("domain_not_found");
        assertThatThrownBy(() -> domains.remove(stranger, domain.id())).hasMessageContaining("domain_not_found");
        assertThatThrownBy(() -> domains.prefer(stranger, domain.id())).hasMessageContaining("domain_not_found");
        assertThatThrownBy(() -> domains.list(stranger, site)).hasMessageContaining("site_not_found");
        assertThatThrownBy(() -> domains.add(stranger, new NewDomain(site, "theirs.example.test", ProofMethod.DNS)))
                .hasMessageContaining("site_not_found");
        assertThatThrownBy(() -> domains.prefer(owner(seller), domain.id())).hasMessageContaining("domain_state");
    }

    @Test
    void whoLooksTooOftenWaits() {
        DomainView domain = add("eager.example.test", ProofMethod.DNS);
        for (int look = 0; look < 6; look++) {
            domains.check(owner(seller), domain.id());
        }
        assertThatThrownBy(() -> domains.check(owner(seller), domain.id())).hasMessageContaining("too_many_looks");
    }

    @Test
    void aStorefrontThatIsSuspendedGetsNoCertificate() {
        proved("suspended.example.test");
        mall.execute("update site set state = 'suspended' where id = ?", site);
        pass(Duration.ofSeconds(11));
        assertThat(certified("suspended.example.test")).isFalse();
        mall.execute("update site set state = 'open' where id = ?", site);
        pass(Duration.ofSeconds(11));
        assertThat(certified("suspended.example.test")).isTrue();
        assertThat(certified("console.localhost")).isTrue();
        assertThat(certified("unknown.example.test")).isFalse();
    }

    private static void round(Duration later) {
        pass(later);
        while (domains.round(WORKER, 50) > 0) {
            // until nothing is due
        }
    }

    private static int mailsAbout(String host) {
        return mall.value(int.class, "select count(*) from mail where subject like '%' || ? || '%'", host);
    }
}
