package dev.rialto.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Page;
import dev.rialto.platform.MallClock;
import dev.rialto.platform.TestMall;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialIT {
    private static final Caller WORKER = Caller.worker("test");
    private static final UUID SELLER = Ids.next();
    private static final UUID OTHER = Ids.next();
    private static final Caller OWNER = Caller.tenant(SELLER, null, Set.of("credential.edit"), "test");

    @TempDir
    static Path folder;

    static TestMall mall;
    static CredentialBook book;
    static CredentialShelf shelf;
    static CredentialSecrets secrets;
    static AccessTokens tokens;

    @BeforeAll
    static void twoSellers() {
        mall = TestMall.empty(folder);
        book = mall.get(CredentialBook.class);
        shelf = mall.get(CredentialShelf.class);
        secrets = mall.get(CredentialSecrets.class);
        tokens = mall.get(AccessTokens.class);
        UUID account = Ids.next();
        mall.execute("insert into account (id, subject, state, created_at) values (?, 'a', 'active', now())", account);
        for (UUID seller : List.of(SELLER, OTHER)) {
            mall.execute("insert into tenant values (?, 'seller', now())", seller);
            mall.execute(
                    "insert into seller (id, state, name, email, applied_by, applied_at) values (?, 'active', ?, 'a@b.c', ?, now())",
                    seller,
                    seller.toString(),
                    account);
        }
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    private static IssuedCredential reporting() {
        return book.issue(
                OWNER, new NewCredential(SELLER, null, CredentialKind.REPORTING, "books", Set.of("goods:read"), null));
    }

    private static String token(IssuedCredential credential) {
        return book.token(WORKER, credential.clientId(), credential.secret()).value();
    }

    @Test
    @Tag("A17")
    void aTokenStandsForTheTenantOfItsCredential() {
        GatewayClient client = tokens.verify(token(reporting()));
        assertThat(client.tenant()).isEqualTo(SELLER);
        assertThat(client.scopes()).containsExactly("goods:read");
        assertThat(client.caller("t").requireTenant()).isEqualTo(SELLER);
    }

    @Test
    @Tag("A17")
    void unknownClientWrongSecretAndRevokedLookTheSame() {
        IssuedCredential credential = reporting();
        assertThatThrownBy(() -> book.token(WORKER, credential.clientId(), "wrong"))
                .hasMessage("invalid_client");
        assertThatThrownBy(() -> book.token(WORKER, "rp_live_none", credential.secret()))
                .hasMessage("invalid_client");
        book.revoke(OWNER, credential.clientId());
        assertThatThrownBy(() -> book.token(WORKER, credential.clientId(), credential.secret()))
                .hasMessage("invalid_client");
    }

    @Test
    @Tag("A36")
    void aSuspensionIsInForceWithinASecond() {
        IssuedCredential credential = reporting();
        String token = token(credential);
        tokens.verify(token);
        book.suspend(OWNER, credential.clientId());
        mall.get(MallClock.class).advance(Duration.ofSeconds(1));
        assertThatThrownBy(() -> tokens.verify(token)).hasMessage("suspended");
        book.resume(OWNER, credential.clientId());
        assertThat(tokens.verify(token).credential()).isEqualTo(credential.clientId());
    }

    @Test
    @Tag("A17")
    void aRenewedCredentialTakesBothSecretsUntilTheOverlapEnds() {
        IssuedCredential old = reporting();
        IssuedCredential fresh = secrets.renew(OWNER, old.clientId(), Duration.ofHours(2));
        assertThat(fresh.secret()).startsWith("rp_live_secret_").isNotEqualTo(old.secret());
        assertThat(token(fresh)).isNotEmpty();
        assertThat(token(old)).isNotEmpty();
        assertThat(shelf.one(OWNER, old.clientId()).secretBeforeUntil()).isNotNull();
        mall.get(MallClock.class).advance(Duration.ofHours(2));
        assertThat(token(fresh)).isNotEmpty();
        assertThatThrownBy(() -> token(old)).hasMessage("invalid_client");
        assertThat(shelf.one(OWNER, old.clientId()).secretBeforeUntil()).isNull();
    }

    @Test
    @Tag("A17")
    void ofThreeSecretsTheTwoNewestAreGoodAndTheOlderOneCanBeEndedAtOnce() {
        IssuedCredential first = reporting();
        IssuedCredential second = secrets.renew(OWNER, first.clientId(), Duration.ofDays(1));
        IssuedCredential third = secrets.renew(OWNER, first.clientId(), Duration.ofDays(1));
        assertThatThrownBy(() -> token(first)).hasMessage("invalid_client");
        assertThat(token(second)).isNotEmpty();
        secrets.dropBefore(OWNER, first.clientId());
        assertThatThrownBy(() -> token(second)).hasMessage("invalid_client");
        assertThat(token(third)).isNotEmpty();
        assertThatThrownBy(() -> secrets.dropBefore(OWNER, first.clientId())).hasMessage("credential_not_found");
    }

    @Test
    @Tag("A17")
    void withoutOverlapTheOldSecretEndsAtOnceAndWrongOnesAreRefused() {
        IssuedCredential old = reporting();
        IssuedCredential fresh = secrets.renew(OWNER, old.clientId(), Duration.ZERO);
        assertThatThrownBy(() -> token(old)).hasMessage("invalid_client");
        for (Duration wrong : List.of(Duration.ofSeconds(-1), Duration.ofDays(31))) {
            assertThatThrownBy(() -> secrets.renew(OWNER, old.clientId(), wrong))
                    .hasMessageContaining("invalid_credential");
        }
        Caller other = Caller.tenant(OTHER, null, Set.of("credential.edit"), "test");
        Caller clerk = Caller.tenant(SELLER, null, Set.of("goods.edit"), "test");
        assertThatThrownBy(() -> secrets.renew(other, old.clientId(), Duration.ZERO))
                .hasMessage("credential_not_found");
        assertThatThrownBy(() -> secrets.renew(OWNER, "nonsense", Duration.ZERO))
                .hasMessage("credential_not_found");
        assertThatThrownBy(() -> secrets.renew(clerk, old.clientId(), Duration.ZERO))
                .hasMessageContaining("not_permitted");
        book.revoke(OWNER, old.clientId());
        assertThatThrownBy(() -> secrets.renew(OWNER, old.clientId(), Duration.ZERO))
                .hasMessage("credential_not_found");
        assertThatThrownBy(() -> token(fresh)).hasMessage("invalid_client");
    }

    @Test
    void aListGoesFromPageToPageAndFindsByName() {
        String name = "till " + Ids.next();
        for (int i = 0; i < 3; i++) {
            book.issue(
                    OWNER, new NewCredential(SELLER, null, CredentialKind.REPORTING, name, Set.of("goods:read"), null));
        }
        Page<CredentialView> first = shelf.list(OWNER, new CredentialShelf.Filter("", name, ""), 2);
        assertThat(first.items()).hasSize(2);
        Page<CredentialView> rest = shelf.list(OWNER, new CredentialShelf.Filter("active", name, first.next()), 2);
        assertThat(rest.items()).hasSize(1).doesNotContainAnyElementsOf(first.items());
        assertThat(rest.next()).isNull();
    }

    @Test
    void theOtherTenantSeesAndTouchesNothing() {
        IssuedCredential credential = reporting();
        Caller other = Caller.tenant(OTHER, null, Set.of("credential.edit"), "test");
        assertThat(shelf.list(other, CredentialShelf.Filter.usable(), 100).items())
                .isEmpty();
        assertThatThrownBy(() -> book.suspend(other, credential.clientId())).hasMessage("credential_not_found");
        NewCredential foreign =
                new NewCredential(SELLER, null, CredentialKind.REPORTING, "x", Set.of("goods:read"), null);
        assertThatThrownBy(() -> book.issue(other, foreign)).hasMessageContaining("row-level security");
    }

    @Test
    void onlyWhoMayEditCredentialsSeesOrChangesThem() {
        Caller clerk = Caller.tenant(SELLER, null, Set.of("goods.edit"), "test");
        IssuedCredential credential = reporting();
        assertThatThrownBy(() -> shelf.list(clerk, CredentialShelf.Filter.usable(), 10))
                .hasMessageContaining("not_permitted");
        assertThatThrownBy(() -> book.revoke(clerk, credential.clientId())).hasMessageContaining("not_permitted");
        NewCredential wish = new NewCredential(SELLER, null, CredentialKind.REPORTING, "x", Set.of("goods:read"), null);
        assertThatThrownBy(() -> book.issue(clerk, wish)).hasMessageContaining("not_permitted");
    }

    @Test
    void wrongFieldsAreNamed() {
        NewCredential nameless =
                new NewCredential(SELLER, null, CredentialKind.STOREFRONT, " ", Set.of("goods:all"), null);
        assertThatThrownBy(() -> book.issue(OWNER, nameless))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.fields())
                        .extracting("field")
                        .containsExactly("name", "site", "scopes"));
    }

    @Test
    void aTokenOutlivesTheRotationOfItsKey() {
        String token = token(reporting());
        mall.get(SigningKeys.class).rotate(WORKER);
        mall.get(MallClock.class).advance(Duration.ofSeconds(2));
        assertThat(tokens.verify(token(reporting())).tenant()).isEqualTo(SELLER);
        assertThat(tokens.verify(token).tenant()).isEqualTo(SELLER);
    }

    @Test
    @Tag("A17")
    void everyForgedTokenIsRefused() throws Exception {
        String good = token(reporting());
        Map<String, String> forged = forged(SignedJWT.parse(good));
        assertThat(forged).hasSizeGreaterThanOrEqualTo(20);
        forged.forEach((how, token) -> assertThatThrownBy(() -> tokens.verify(token))
                .as(how)
                .isInstanceOf(DomainException.class)
                .hasMessage("invalid_token"));
        assertThat(tokens.verify(good).tenant()).isEqualTo(SELLER);
    }

    private static Map<String, String> forged(SignedJWT good) throws Exception {
        ECKey ours = mall.get(SigningKeys.class).current(WORKER).get(0);
        ECKey foreign = new ECKeyGenerator(Curve.P_256).keyID(ours.getKeyID()).generate();
        JWTClaimsSet claims = good.getJWTClaimsSet();
        Instant now = mall.get(Clock.class).instant();
        String[] parts = good.serialize().split("\\.");
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("empty", "");
        forged.put("words", "not a token");
        forged.put("two parts", parts[0] + "." + parts[1]);
        forged.put("no signature", parts[0] + "." + parts[1] + ".");
        forged.put(
                "another's signature",
                parts[0] + "." + parts[1] + "." + sign(foreign, claims).split("\\.")[2]);
        forged.put("foreign key, our key id", sign(foreign, claims));
        forged.put(
                "unknown key id",
                sign(new ECKeyGenerator(Curve.P_256).keyID("who").generate(), claims));
        forged.put("no key id, foreign", sign(new ECKeyGenerator(Curve.P_256).generate(), claims));
        forged.put("algorithm none", new PlainJWT(claims).serialize());
        forged.put("public key as HMAC secret", hmac(ours, claims));
        forged.put("another type", sign(ours, claims, new JOSEObjectType("JWT")));
        forged.put("no type", sign(ours, claims, null));
        forged.put(
                "changed payload",
                parts[0] + "." + sign(foreign, with(claims, "sub", "x")).split("\\.")[1] + "." + parts[2]);
        forged.put("another audience", sign(ours, with(claims, "aud", "elsewhere")));
        forged.put("two audiences", sign(ours, with(claims, "aud", List.of("rialto-gateway", "elsewhere"))));
        forged.put("no audience", sign(ours, with(claims, "aud", null)));
        forged.put("another issuer", sign(ours, with(claims, "iss", "http://evil.example")));
        forged.put("run out", sign(ours, with(claims, "exp", Date.from(now.minusSeconds(1)))));
        forged.put("no end", sign(ours, with(claims, "exp", null)));
        forged.put("too long a life", sign(ours, with(claims, "exp", Date.from(now.plus(Duration.ofHours(1))))));
        forged.put("from the future", sign(ours, with(claims, "iat", Date.from(now.plusSeconds(60)))));
        forged.put("no subject", sign(ours, with(claims, "sub", null)));
        forged.put("unknown credential", sign(ours, with(claims, "sub", "rp_live_00000000000000000000000000")));
        return forged;
    }

    private static JWTClaimsSet with(JWTClaimsSet claims, String name, Object value) {
        return new JWTClaimsSet.Builder(claims).claim(name, value).build();
    }

    private static String sign(ECKey key, JWTClaimsSet claims) throws Exception {
        return sign(key, claims, AccessTokens.TYPE);
    }

    private static String sign(ECKey key, JWTClaimsSet claims, JOSEObjectType type) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(type)
                        .keyID(key.getKeyID())
                        .build(),
                claims);
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private static String hmac(ECKey key, JWTClaimsSet claims) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(AccessTokens.TYPE)
                        .keyID(key.getKeyID())
                        .build(),
                claims);
        token.sign(new MACSigner(key.toPublicJWK().toJSONString().getBytes()));
        return token.serialize();
    }
}
