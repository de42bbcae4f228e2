package dev.rialto.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.goods.GoodsFixture;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.TestMall;
import dev.rialto.seller.Permissions;
import dev.rialto.seller.StaffDoor;
import dev.rialto.seller.StaffView;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelyingPartiesIT {
    private static final String BACK = "https://report.example/back";
    private static final Caller WORKER = Caller.worker("test");

    static TestMall mall;
    static GoodsFixture goods;
    static RelyingParties parties;
    static SignInDesk desk;

    private final UUID seller = goods.seller("House " + Ids.next());
    private final Caller owner = Caller.tenant(seller, Ids.next(), Permissions.SELLER_OWNER, "test");
    private final Caller operator = Caller.operator(Ids.next(), Permissions.OPERATOR, "test");

    @BeforeAll
    static void open(@TempDir Path folder) {
        mall = TestMall.empty(folder);
        goods = new GoodsFixture(mall, 0);
        parties = mall.get(RelyingParties.class);
        desk = mall.get(SignInDesk.class);
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    private static EditRelyingParty wish(String group) {
        return new EditRelyingParty("Report", List.of(BACK), List.of(group), true, 0);
    }

    private static SignInWish asked(String client, String prompt) {
        return new SignInWish(client, BACK, "code", "openid", "s", "n", "c".repeat(43), "S256", prompt, "");
    }

    @Test
    void eachPlaceHasItsOwnAndNobodySeesAnothers() {
        IssuedSecret issued = parties.register(owner, wish("owner"));
        assertThat(parties.list(owner)).extracting(RelyingParty::clientId).containsExactly(issued.clientId());
        assertThat(parties.list(operator)).extracting(RelyingParty::clientId).doesNotContain(issued.clientId());
        Caller other = Caller.tenant(goods.seller("Other " + Ids.next()), Ids.next(), Permissions.SELLER_OWNER, "test");
        assertThat(parties.list(other)).isEmpty();
        for (Caller stranger : List.of(other, operator)) {
            assertThatThrownBy(() -> parties.view(stranger, issued.party())).hasMessageContaining("party_not_found");
            assertThatThrownBy(() -> parties.renewSecret(stranger, issued.party(), 1))
                    .hasMessageContaining("party_not_found");
            assertThatThrownBy(() -> parties.remove(stranger, issued.party(), 1))
                    .hasMessageContaining("party_not_found");
        }
        Caller staff = Caller.tenant(seller, Ids.next(), Permissions.SELLER_STAFF, "test");
        assertThatThrownBy(() -> parties.list(staff)).hasMessageContaining("not_permitted");
    }

    @Test
    void theSecretIsKeptAsAHashAndChangesAreInTheAudit() {
        IssuedSecret issued = parties.register(owner, wish("owner"));
        IssuedSecret renewed = parties.renewSecret(owner, issued.party(), 1);
        assertThat(renewed.secret()).isNotEqualTo(issued.secret());
        assertThat(mall.value(String.class, "select secret_hash from relying_party where id = ?", issued.party()))
                .doesNotContain(renewed.secret());
        assertThatThrownBy(() -> parties.remove(owner, issued.party(), 1)).hasMessageContaining("party_changed");
        parties.remove(owner, issued.party(), 2);
        assertThat(mall.value(
                        String.class,
                        "select string_agg(action, ' ' order by at, id) from audit where subject_id = ?::text",
                        issued.party()))
                .isEqualTo("openid.register openid.renew_secret openid.remove");
    }

    @Test
    void whatCannotBeRegisteredIsRefusedByField() {
        refused(new EditRelyingParty(" ", List.of(BACK), List.of("owner"), true, 0), "name");
        refused(new EditRelyingParty("R", List.of(), List.of("owner"), true, 0), "redirectUris");
        refused(new EditRelyingParty("R", List.of("http://plain.example/"), List.of("owner"), true, 0), "redirectUris");
        refused(new EditRelyingParty("R", List.of("https://a.example/#x"), List.of("owner"), true, 0), "redirectUris");
        refused(new EditRelyingParty("R", List.of("javascript:alert(1)"), List.of("owner"), true, 0), "redirectUris");
        refused(new EditRelyingParty("R", List.of(BACK, BACK), List.of("owner"), true, 0), "redirectUris");
        refused(new EditRelyingParty("R", List.of(BACK), List.of(), true, 0), "groups");
        refused(new EditRelyingParty("R", List.of(BACK), List.of("operator"), true, 0), "groups");
    }

    private void refused(EditRelyingParty wish, String field) {
        assertThatThrownBy(() -> parties.register(owner, wish))
                .hasMessageContaining("party_invalid")
                .hasMessageContaining(field);
    }

    @Test
    void onlyTheRoleAtThePartysOwnPlaceOpensIt() {
        String client = parties.register(owner, wish("owner")).clientId();
        UUID account = Ids.next();
        mall.execute(
                "insert into account (id, issuer, subject, state, created_at) values (?, 'self', ?, 'active', now())",
                account,
                account.toString());
        StaffView.Workplace elsewhere = new StaffView.Workplace(
                Ids.next(), "Elsewhere", StaffView.SellerRole.OWNER, true, false, StaffDoor.PLAIN);
        StaffView.Workplace clerk =
                new StaffView.Workplace(seller, "House", StaffView.SellerRole.STAFF, true, false, StaffDoor.PLAIN);
        StaffView.Workplace suspended =
                new StaffView.Workplace(seller, "House", StaffView.SellerRole.OWNER, false, false, StaffDoor.PLAIN);
        for (StaffView.Workplace place : List.of(elsewhere, clerk, suspended)) {
            assertThat(answer(client, account, place)).contains("error=access_denied");
        }
        StaffView.Workplace right =
                new StaffView.Workplace(seller, "House", StaffView.SellerRole.OWNER, true, false, StaffDoor.PLAIN);
        assertThat(answer(client, account, right)).startsWith(BACK).contains("code=", "state=s", "iss=");
    }

    private static String answer(String client, UUID account, StaffView.Workplace place) {
        String ask = desk.begin(WORKER, asked(client, "")).ask().orElseThrow();
        StaffView staff = new StaffView(account, StaffView.MallRole.OPERATOR, List.of(place), StaffDoor.PLAIN);
        return desk.allow(WORKER, ask, new SignedInPerson(staff, Instant.now(), true))
                .toString();
    }

    @Test
    void aPartyThatIsOffAndAnAskThatIsOverAreRefused() {
        IssuedSecret issued = parties.register(operator, wish("operator"));
        String ask = desk.begin(WORKER, asked(issued.clientId(), "")).ask().orElseThrow();
        parties.save(
                operator, issued.party(), new EditRelyingParty("Report", List.of(BACK), List.of("operator"), false, 1));
        assertThatThrownBy(() -> desk.look(WORKER, ask)).hasMessageContaining("sign_in_over");
        assertThatThrownBy(() -> desk.begin(WORKER, asked(issued.clientId(), "")))
                .hasMessageContaining("party_unknown");
        assertThatThrownBy(() -> desk.look(WORKER, "never asked")).hasMessageContaining("sign_in_over");
    }

    @Test
    void aQuestionWithoutProofOfPossessionGoesBackWithAnError() {
        String client = parties.register(operator, wish("operator")).clientId();
        SignInWish plain = new SignInWish(client, BACK, "code", "openid", "s", "", "", "", "", "");
        SignInWish implicit =
                new SignInWish(client, BACK, "id_token", "openid", "s", "n", "c".repeat(43), "S256", "", "");
        assertThat(desk.begin(WORKER, plain).back().map(URI::toString).orElse(""))
                .contains("error=invalid_request");
        assertThat(desk.begin(WORKER, implicit).back().map(URI::toString).orElse(""))
                .contains("error=unsupported_response_type");
        assertThat(desk.begin(WORKER, asked(client, "login")).ask()).isPresent();
    }
}
