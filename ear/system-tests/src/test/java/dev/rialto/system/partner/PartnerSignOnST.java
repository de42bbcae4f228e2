package dev.rialto.system.partner;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two malls: staff of the shared one, the partner, come in with their accounts at the other one, the main. */
class PartnerSignOnST {
    private static final String CONSOLE = "console.localhost";
    private static final Pattern WAY_OUT = Pattern.compile("id=\"sign-on-way\" href=\"([^\"]+)\"");
    private static final Pattern WAY_ON = Pattern.compile("id=\"openid-way\" href=\"([^\"]+)\"");
    private static final Pattern CLIENT = Pattern.compile("id=\"issued-client\">([^<]+)<");
    private static final Pattern SECRET = Pattern.compile("id=\"issued-secret\">([^<]+)<");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");

    private static MainMall main;
    private static Http mina;
    private static Party partner;

    /** A system registered at the main mall. */
    private record Party(String client, String secret) {}

    @BeforeAll
    static void connect() throws IOException {
        main = new MainMall();
        mina = main.firstSignIn();
        partner = register(
                "The partner", "http://" + CONSOLE + ":" + Mall.running().port() + "/sign-on/return");
        saveSignOn(true);
    }

    @AfterAll
    static void end() throws IOException {
        saveSignOn(false);
        main.close();
    }

    @AfterEach
    void calmDown() {
        main.meddler.bePassive();
    }

    private static Party register(String name, String address) {
        Http.Answer made = MainMall.post(
                mina, "/staff/parties", "register", "name", name, "redirectUris", address, "groups", "operator");
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        Party party = new Party(first(CLIENT, made.text()), first(SECRET, made.text()));
        assertThat(mina.get("/staff/parties").text()).contains(party.client()).doesNotContain(party.secret());
        return party;
    }

    /** The partner's operator says where the people of one mail domain sign in. */
    private static void saveSignOn(boolean active) {
        Http operator = partnerBrowser();
        MainMall.post(
                operator, "/sign-in", "sign-in", "email", "operator@onmaru.example", "password", "maru-operator-2026");
        String version = first(VERSION, operator.get("/staff/sign-on").text());
        Map<String, String> form = new HashMap<>(Map.of(
                "version",
                version,
                "issuer",
                main.issuer(),
                "clientId",
                partner.client(),
                "clientSecret",
                partner.secret(),
                "domains",
                "main.example",
                "groupClaim",
                "groups",
                "roles",
                "operator = viewer",
                "do",
                "save"));
        if (active) {
            form.put("active", "on");
        }
        Http.Answer saved = operator.post("/staff/sign-on", form);
        assertThat(saved.status()).as(saved.text()).isEqualTo(303);
    }

    private static Http partnerBrowser() {
        return Mall.running().at(CONSOLE).with("Accept-Language", "en");
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern.pattern() + " in " + text).isTrue();
        return matcher.group(1).replace("&amp;", "&");
    }

    private static String path(String address) {
        URI uri = URI.create(address);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private static Map<String, String> query(String address) {
        Map<String, String> found = new HashMap<>();
        for (String part : URI.create(address).getRawQuery().split("&")) {
            String[] pair = part.split("=", 2);
            found.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return found;
    }

    /** From the partner's door to the main mall's address for browsers. */
    private static String leave(Http browser) {
        Http.Answer page = MainMall.post(browser, "/sign-on", "begin", "email", "mina@main.example");
        return first(WAY_OUT, page.text());
    }

    /** At the main mall, up to its answer for somebody who may be signed in there. */
    private static Http.Answer arrive(Http atMain, String way) {
        Http.Answer sent = main.api().get(path(way));
        assertThat(sent.status()).as(sent.toString()).isEqualTo(303);
        Http.Answer landed = atMain.get(path(sent.header("Location").orElseThrow()));
        return atMain.get(first(WAY_ON, landed.text()));
    }

    /** All the way, with the session that Mina has at the main mall. */
    private static Http.Answer enter(Http browser) {
        String back = first(WAY_ON, arrive(mina, leave(browser)).text());
        return browser.get(path(back));
    }

    @Test
    void staffOfTheMainMallComeInWithTheRoleOfTheirGroup() {
        Http browser = partnerBrowser();
        assertThat(enter(browser).text()).contains("You are signed in");
        Http.Answer home = browser.get("/");
        assertThat(home.status()).isEqualTo(200);
        assertThat(browser.get("/orders").status()).isEqualTo(200);
        assertThat(browser.get("/staff").status())
                .as("a viewer manages no staff")
                .isEqualTo(403);
        assertThat(mina.get("/audit?thing=openid").text()).contains("openid.signed_in", "The partner");
    }

    @Test
    @Tag("D22")
    void theMainMallAsksForPasswordAndSecondFactorFirst() {
        Http browser = partnerBrowser();
        Http fresh = main.browser();
        Http.Answer door = arrive(fresh, leave(browser));
        String signIn = door.header("Location").orElseThrow();
        assertThat(signIn).startsWith("/sign-in?next=%2Fopenid%2Fallow");
        String next = URLDecoder.decode(signIn.substring(signIn.indexOf('=') + 1), StandardCharsets.UTF_8);
        assertThat(MainMall.password(fresh, next).header("Location").orElse("")).startsWith("/sign-in/code");
        assertThat(fresh.get(next).header("Location").orElse(""))
                .as("half way is not signed in")
                .startsWith("/sign-in/code");
        Http.Answer through = MainMall.post(fresh, "/sign-in/code", "code", "code", main.recoveryCode(), "next", next);
        assertThat(through.header("Location")).contains(next);
        String back = first(WAY_ON, fresh.get(next).text());
        assertThat(browser.get(path(back)).text()).contains("You are signed in");
    }

    @Test
    void aRoleThatIsNotLetInIsSentBackWithoutACode() {
        Http.Answer page = mina.get("/staff/parties/" + partner.client());
        change(page, "viewer");
        try {
            Http browser = partnerBrowser();
            String back = first(WAY_ON, arrive(mina, leave(browser)).text());
            assertThat(query(back)).containsEntry("error", "access_denied").doesNotContainKey("code");
            assertThat(browser.get(path(back)).text()).contains("was not completed");
            assertThat(browser.get("/").status()).isEqualTo(303);
        } finally {
            change(mina.get("/staff/parties/" + partner.client()), "operator");
        }
    }

    private static void change(Http.Answer page, String group) {
        Http.Answer saved = MainMall.post(
                mina,
                "/staff/parties/" + partner.client(),
                "save",
                "version",
                first(VERSION, page.text()),
                "name",
                "The partner",
                "redirectUris",
                "http://" + CONSOLE + ":" + Mall.running().port() + "/sign-on/return",
                "groups",
                group,
                "active",
                "yes");
        assertThat(saved.status()).as(saved.text()).isEqualTo(303);
    }

    private static void assertRefused(String what, UnaryOperator<String> token) {
        main.meddler.replaceIdToken(token);
        Http browser = partnerBrowser();
        assertThat(enter(browser).text()).as(what).contains("was not completed");
        assertThat(browser.get("/").status()).as(what).isEqualTo(303);
    }

    @Test
    void tokensThatAreForgedExpiredOrForSomebodyElseAreRefused() {
        UnaryOperator<String> same = main.meddler.signedByPublished(claims -> claims);
        main.meddler.replaceIdToken(same);
        assertThat(enter(partnerBrowser()).text())
                .as("a published key is believed, so what follows is refused for its claims")
                .contains("You are signed in");
        assertRefused("another key", main.meddler.forged());
        assertRefused("expired", main.meddler.signedByPublished(claims -> claims.issueTime(
                        Date.from(Instant.now().minusSeconds(900)))
                .expirationTime(Date.from(Instant.now().minusSeconds(600)))));
        assertRefused("another audience", main.meddler.signedByPublished(claims -> claims.audience("somebody-else")));
        assertRefused("another issuer", main.meddler.signedByPublished(claims -> claims.issuer("http://elsewhere")));
        assertRefused("another nonce", main.meddler.signedByPublished(claims -> claims.claim("nonce", "another")));
        assertRefused("a word changed", token -> {
            String[] parts = token.split("\\.");
            return parts[0] + "." + parts[1] + "A." + parts[2];
        });
    }

    @Test
    void theMainMallsOwnTokenForAnotherSystemIsRefused() throws Exception {
        Party other = register("Another system", "https://other.example/back");
        Http browser = partnerBrowser();
        String way = leave(browser);
        String token = idToken(other, query(way).getOrDefault("nonce", ""));
        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getAudience()).containsExactly(other.client());
        main.meddler.replaceIdToken(own -> token);
        String back = first(WAY_ON, arrive(mina, way).text());
        assertThat(browser.get(path(back)).text()).contains("was not completed");
    }

    private static String challenge(String verifier) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private static String ask(Party party, String address, String more) throws Exception {
        return "/api/v1/openid/authorize?response_type=code&scope=openid&state=s1&client_id=" + party.client()
                + "&redirect_uri=" + URLEncoder.encode(address, StandardCharsets.UTF_8) + "&code_challenge="
                + challenge("v".repeat(43)) + "&code_challenge_method=S256" + more;
    }

    private static String codeFor(Party party, String nonce) throws Exception {
        Http.Answer answer = arrive(mina, "http://x" + ask(party, "https://other.example/back", "&nonce=" + nonce));
        String back = first(WAY_ON, answer.text());
        assertThat(query(back)).containsEntry("state", "s1").containsEntry("iss", main.issuer());
        return query(back).getOrDefault("code", "");
    }

    private static Http.Answer exchange(Party party, String code, String verifier) {
        return main.api()
                .post(
                        "/api/v1/openid/token",
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "client_id",
                                party.client(),
                                "client_secret",
                                party.secret(),
                                "code",
                                code,
                                "redirect_uri",
                                "https://other.example/back",
                                "code_verifier",
                                verifier));
    }

    private static String idToken(Party party, String nonce) throws Exception {
        Http.Answer tokens = exchange(party, codeFor(party, nonce), "v".repeat(43));
        assertThat(tokens.status()).as(tokens.text()).isEqualTo(200);
        return tokens.json().getAsJsonObject().get("id_token").getAsString();
    }

    @Test
    void theTokenTellsWhoByWhichGroupsAndHowTheyCameIn() throws Exception {
        Party other = register("A report", "https://other.example/back");
        Http.Answer tokens = exchange(other, codeFor(other, "n-1"), "v".repeat(43));
        JWTClaimsSet claims = SignedJWT.parse(
                        tokens.json().getAsJsonObject().get("id_token").getAsString())
                .getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(main.issuer());
        assertThat(claims.getAudience()).containsExactly(other.client());
        assertThat(claims.getStringClaim("nonce")).isEqualTo("n-1");
        assertThat(claims.getStringClaim("email")).isEqualTo(MainMall.OPERATOR);
        assertThat(claims.getStringListClaim("groups")).containsExactly("operator");
        assertThat(claims.getStringListClaim("amr")).contains("mfa");
        assertThat(claims.getExpirationTime().toInstant())
                .isBefore(Instant.now().plusSeconds(301));
        String access = tokens.json().getAsJsonObject().get("access_token").getAsString();
        Http.Answer told = main.api().with("Authorization", "Bearer " + access).get("/api/v1/openid/userinfo");
        assertThat(told.text()).contains(claims.getSubject(), "operator");
        assertThat(main.api()
                        .with("Authorization", "Bearer x")
                        .get("/api/v1/openid/userinfo")
                        .status())
                .isEqualTo(401);
        Http.Answer gateway = main.api()
                .with(
                        "Authorization",
                        "Bearer "
                                + tokens.json()
                                        .getAsJsonObject()
                                        .get("id_token")
                                        .getAsString())
                .get("/api/v1/goods");
        assertThat(gateway.status()).as("it opens nothing at the gateway").isEqualTo(401);
    }

    @Test
    void aCodeCountsOnceAndOnlyForWhoAskedForIt() throws Exception {
        Party other = register("Twice", "https://other.example/back");
        String code = codeFor(other, "n");
        assertThat(exchange(other, code, "w".repeat(43)).text()).contains("invalid_grant");
        assertThat(exchange(other, code, "v".repeat(43)).text())
                .as("a wrong try uses it up")
                .contains("invalid_grant");
        String again = codeFor(other, "n");
        Http.Answer good = exchange(other, again, "v".repeat(43));
        String access = good.json().getAsJsonObject().get("access_token").getAsString();
        assertThat(exchange(other, again, "v".repeat(43)).text()).contains("invalid_grant");
        assertThat(main.api()
                        .with("Authorization", "Bearer " + access)
                        .get("/api/v1/openid/userinfo")
                        .status())
                .as("used twice, the code takes the token along")
                .isEqualTo(401);
        Http.Answer wrongSecret = exchange(new Party(other.client(), "no"), codeFor(other, "n"), "v".repeat(43));
        assertThat(wrongSecret.status()).isEqualTo(401);
        assertThat(wrongSecret.text()).contains("invalid_client");
    }

    @Test
    @Tag("D16")
    void whoeverIsNotRegisteredIsSentNowhereAndHearsNothingOfTheConsole() throws Exception {
        Http.Answer stranger =
                main.api().get(ask(new Party("party_00000000000000000000000000", ""), "https://a.example/b", ""));
        assertThat(stranger.status()).isEqualTo(422);
        Http.Answer elsewhere = main.api().get(ask(partner, "https://evil.example/back", ""));
        assertThat(elsewhere.status()).isEqualTo(422);
        for (Http.Answer refused : List.of(stranger, elsewhere)) {
            assertThat(refused.header("Location")).isEmpty();
            assertThat(refused.text()).doesNotContain(CONSOLE);
        }
        Http.Answer discovery = main.api().get("/api/v1/openid/.well-known/openid-configuration");
        assertThat(discovery.text()).contains("\"issuer\"", main.issuer()).doesNotContain(CONSOLE);
    }

    @Test
    void aSilentQuestionGetsACodeOrARefusalAndAFreshOneAsksAgain() throws Exception {
        Party other = register("Silent", "https://other.example/back");
        String silent = "http://x" + ask(other, "https://other.example/back", "&prompt=none");
        Http.Answer nobody = arrive(main.browser(), silent);
        assertThat(query(first(WAY_ON, nobody.text()))).containsEntry("error", "login_required");
        assertThat(query(first(WAY_ON, arrive(mina, silent).text()))).containsKey("code");
        Http fresh = main.browser();
        MainMall.password(fresh, "/");
        MainMall.post(fresh, "/sign-in/code", "code", "code", main.recoveryCode(), "next", "/");
        assertThat(fresh.get("/").status()).isEqualTo(200);
        Http.Answer asked = arrive(fresh, "http://x" + ask(other, "https://other.example/back", "&prompt=login"));
        assertThat(asked.header("Location").orElse("")).startsWith("/sign-in?next=");
        assertThat(fresh.get("/").status()).as("the old sign-in is over").isEqualTo(303);
    }
}
