package dev.rialto.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.TestMall;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaxesIT {
    private static final Caller WORKER = Caller.worker("test");
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    @TempDir
    static Path folder;

    static TestMall mall;
    static Taxes taxes;

    @BeforeAll
    static void open() {
        mall = TestMall.empty(folder);
        taxes = mall.get(Taxes.class);
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    private static void set(String country, @Nullable String region, int rateBp, LocalDate from) {
        taxes.set(WORKER, new NewTaxRate("standard", country, region, "VAT", rateBp, from));
    }

    private static int rate(String country, @Nullable String region, LocalDate on) {
        return taxes.rates(Caller.anonymous("t"), country, region, on)
                .of("standard")
                .bp();
    }

    @Test
    void aRateHoldsFromItsDayOnAndEndsTheOneBefore() {
        set("DE", null, 1_900, JANUARY);
        set("DE", null, 1_600, JULY);
        assertThat(rate("DE", null, JULY.minusDays(1))).isEqualTo(1_900);
        assertThat(rate("DE", null, JULY)).isEqualTo(1_600);
        assertThat(rate("DE", null, JANUARY.minusDays(1))).isZero();
    }

    @Test
    void aRateSetBetweenTwoEndsBeforeTheLater() {
        set("FR", null, 2_000, JANUARY);
        set("FR", null, 2_200, JULY);
        set("FR", null, 2_100, LocalDate.of(2026, 4, 1));
        assertThat(rate("FR", null, LocalDate.of(2026, 3, 31))).isEqualTo(2_000);
        assertThat(rate("FR", null, LocalDate.of(2026, 6, 30))).isEqualTo(2_100);
        assertThat(rate("FR", null, JULY)).isEqualTo(2_200);
    }

    @Test
    void theRegionsRateGoesBeforeTheCountrys() {
        set("ES", null, 2_100, JANUARY);
        set("ES", "CN", 700, JANUARY);
        assertThat(rate("ES", "CN", JULY)).isEqualTo(700);
        assertThat(rate("ES", "MD", JULY)).isEqualTo(2_100);
        assertThat(rate("ES", null, JULY)).isEqualTo(2_100);
    }

    @Test
    void aCountryOrClassWithoutARateIsNotTaxed() {
        assertThat(taxes.rates(WORKER, "AQ", null, JULY).of("standard")).isEqualTo(new TaxRates.Rate("", 0));
    }

    @Test
    void everyWrongFieldIsNamed() {
        NewTaxRate wrong = new NewTaxRate("standard", "de", null, "", 10_001, JANUARY);
        assertThatThrownBy(() -> taxes.set(WORKER, wrong))
                .isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.fields())
                        .extracting("field")
                        .containsExactlyInAnyOrder("country", "name", "rateBp"));
        assertThatThrownBy(() -> taxes.set(WORKER, new NewTaxRate("luxury", "DE", null, "x", 1, JANUARY)))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        e -> assertThat(e.fields()).extracting("field").containsExactly("taxClass"));
    }

    @Test
    void onlyStaffWithTheRightSetRates() {
        NewTaxRate rate = new NewTaxRate("standard", "IT", null, "IVA", 2_200, JANUARY);
        Caller viewer = Caller.operator(Ids.next(), Set.of(), "t");
        assertThatThrownBy(() -> taxes.set(viewer, rate))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo(TaxError.NOT_PERMITTED));
        taxes.set(Caller.operator(Ids.next(), Set.of("tax.edit"), "t"), rate);
        assertThat(rate("IT", null, JULY)).isEqualTo(2_200);
    }
}
