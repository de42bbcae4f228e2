package dev.rialto.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.goods.GoodsFixture;
import dev.rialto.goods.Quotes;
import dev.rialto.goods.VariantQuote;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Ids;
import dev.rialto.membership.MemberFixture;
import dev.rialto.platform.TestMall;
import dev.rialto.seller.ApplyAsSeller;
import dev.rialto.seller.Permissions;
import dev.rialto.seller.SellerRegistry;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationIT {
    private static final Caller WORKER = Caller.worker("t");

    @TempDir
    static Path folder;

    static TestMall mall;
    static GoodsFixture goods;
    static Verifications files;
    static VerificationDesk desk;
    static int people;

    @BeforeAll
    static void openTheMall() {
        mall = TestMall.empty(folder);
        goods = new GoodsFixture(mall, 0);
        mall.execute("insert into site_host values ('mall.localhost', ?, null, true, now())", goods.mallSite);
        files = mall.get(Verifications.class);
        desk = mall.get(VerificationDesk.class);
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    private static Caller operator() {
        return Caller.operator(Ids.next(), Permissions.OPERATOR, "t");
    }

    private static Caller owner(UUID seller) {
        return Caller.tenant(seller, Ids.next(), Permissions.SELLER_OWNER, "t");
    }

    /** A seller admitted now, who must be checked. */
    private static UUID admitted() {
        String name = "Seller " + people++;
        SellerRegistry registry = mall.get(SellerRegistry.class);
        UUID person = MemberFixture.member(mall, "v" + people + "@example.test");
        UUID seller = registry.apply(
                Caller.shopper(person, null, "t"),
                new ApplyAsSeller(name, null, null, "office@example.test", null, "KR", null, Map.of()));
        registry.approve(operator(), new SellerRegistry.Decision(seller, null));
        return seller;
    }

    static VerificationDetails good() {
        return new VerificationDetails(
                "KR",
                "Hanok Goods Co.",
                "Kim Mina",
                "124-81-00998",
                "",
                "Sejong-daero 110, Seoul",
                "Hana Bank",
                "123-456789-01234",
                "Hanok Goods",
                "help@example.test",
                "02-123-4567");
    }

    private static long version(UUID seller) {
        return files.own(owner(seller)).version();
    }

    private static UUID pdf(UUID seller) {
        return files.addDocument(
                owner(seller),
                new Verifications.Upload(
                        "registration",
                        "papers.pdf",
                        new ByteArrayInputStream("%PDF-1.7 secret paper".getBytes(StandardCharsets.UTF_8))));
    }

    private static UUID submitted() {
        UUID seller = admitted();
        files.save(owner(seller), good(), 0);
        pdf(seller);
        files.submit(owner(seller), version(seller));
        return seller;
    }

    private static UUID approved() {
        UUID seller = submitted();
        desk.accept(operator(), seller, version(seller));
        desk.accept(operator(), seller, version(seller));
        return seller;
    }

    private static boolean isOnSale(UUID variant) {
        List<VariantQuote> quotes = mall.get(Quotes.class).of(WORKER, goods.mallSite, "en", "KRW", List.of(variant));
        return quotes.get(0).onSale();
    }

    @Test
    void nothingIsSoldUntilTwoPeopleHaveAccepted() {
        UUID seller = submitted();
        UUID variant = goods.goods(seller, "lamp-" + seller, "Lamp", 1000, 5);
        assertThat(isOnSale(variant)).isFalse();
        assertThat(mall.get(Quotes.class).waitsForCheck(WORKER, variant)).isTrue();
        Caller first = operator();
        desk.accept(first, seller, version(seller));
        assertThat(isOnSale(variant)).isFalse();
        assertThatThrownBy(() -> desk.accept(first, seller, version(seller)))
                .hasMessageContaining("second_person_needed");
        desk.accept(operator(), seller, version(seller));
        assertThat(isOnSale(variant)).isTrue();
        assertThat(mall.value(String.class, "select legal_name from seller where id = ?", seller))
                .isEqualTo("Hanok Goods Co.");
    }

    @Test
    void anIncompleteFileIsKeptButNotTaken() {
        UUID seller = admitted();
        VerificationDetails draft = new VerificationDetails(
                "DE", "Nord GmbH", "", "HRB 1", "DE12", "", "Bank", "DE00", "Nord", "nobody", "1");
        files.save(owner(seller), draft, 0);
        assertThat(files.own(owner(seller)).details()).isEqualTo(draft);
        assertThatThrownBy(() -> files.submit(owner(seller), version(seller)))
                .isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.fields())
                        .extracting(FieldError::field)
                        .containsExactlyInAnyOrder(
                                "representative",
                                "address",
                                "taxNumber",
                                "bankAccount",
                                "contactEmail",
                                "contactPhone",
                                "documents"));
    }

    @Test
    void aRefusalNamesTheReasonOfEachItem() {
        UUID seller = submitted();
        desk.refuse(
                operator(), seller, version(seller), Map.of(VerificationItem.BANK, "The holder is another company."));
        VerificationView file = files.own(owner(seller));
        assertThat(file.steps())
                .filteredOn(step -> step.state() == VerificationView.StepState.REFUSED)
                .singleElement()
                .satisfies(step -> assertThat(step.reason()).contains("another company"));
        assertThat(mall.value(
                        String.class,
                        "select text_body from mail join outbox o on o.id = outbox_id"
                                + " where o.tenant_id = ? and o.kind = 'mail.verification_refused'",
                        seller))
                .contains("another company");
        assertThatThrownBy(() -> desk.refuse(operator(), seller, version(seller), Map.of()))
                .hasMessageContaining("reason");
    }

    @Test
    void whatLiesBeforeTheMallIsNotChanged() {
        UUID seller = submitted();
        assertThatThrownBy(() -> files.save(owner(seller), good(), version(seller)))
                .hasMessageContaining("verification_state");
        assertThatThrownBy(() -> pdf(seller)).hasMessageContaining("verification_state");
        files.withdraw(owner(seller), version(seller));
        files.save(owner(seller), good(), version(seller));
        assertThatThrownBy(() -> files.save(owner(seller), good(), 1)).hasMessageContaining("verification_changed");
    }

    @Test
    void personsAccountsAndPapersAreSealed() {
        UUID seller = submitted();
        assertThat(mall.value(
                        boolean.class,
                        "select position('Kim Mina'::bytea in sealed) = 0 from verification where tenant_id = ?",
                        seller))
                .isTrue();
        UUID document = files.own(owner(seller)).documents().get(0).id();
        assertThat(mall.value(
                        boolean.class,
                        "select position('secret paper'::bytea in sealed) = 0 from verification_document where id = ?",
                        document))
                .isTrue();
        assertThat(new String(files.document(owner(seller), document).bytes(), StandardCharsets.UTF_8))
                .contains("secret paper");
        Caller staff = Caller.tenant(seller, Ids.next(), Permissions.SELLER_STAFF, "t");
        assertThat(files.own(staff).details().bankAccount()).isEqualTo("•••• 1234");
    }

    @Test
    void anotherSellerSeesNothing() {
        UUID seller = submitted();
        UUID document = files.own(owner(seller)).documents().get(0).id();
        Caller other = owner(admitted());
        assertThatThrownBy(() -> files.document(other, document)).hasMessageContaining("verification_not_found");
        assertThatThrownBy(() -> files.removeDocument(other, document)).hasMessageContaining("verification_not_found");
        assertThat(files.own(other).details().representative()).isEmpty();
        assertThatThrownBy(() -> desk.view(other, seller)).hasMessageContaining("verification_not_found");
        assertThatThrownBy(() -> desk.accept(other, seller, version(seller))).hasMessageContaining("not_permitted");
    }

    @Test
    void anEndedFileStopsTheSaleUntilItIsRenewed() {
        UUID seller = approved();
        UUID variant = goods.goods(seller, "end-" + seller, "Lamp", 1000, 5);
        VerificationDays days = mall.get(VerificationDays.class);
        mall.execute("update verification set valid_until = current_date + 20 where tenant_id = ?", seller);
        assertThat(days.remind(WORKER, 100)).isEqualTo(1);
        assertThat(days.remind(WORKER, 100)).isZero();
        mall.execute("update verification set valid_until = ? where tenant_id = ?", LocalDate.of(2020, 1, 1), seller);
        assertThat(days.expire(WORKER, 100)).isEqualTo(1);
        assertThat(isOnSale(variant)).isFalse();
        files.save(owner(seller), good(), version(seller));
        files.submit(owner(seller), version(seller));
        desk.accept(operator(), seller, version(seller));
        desk.accept(operator(), seller, version(seller));
        assertThat(isOnSale(variant)).isTrue();
        assertThat(days.expire(WORKER, 100)).isZero();
    }
}
