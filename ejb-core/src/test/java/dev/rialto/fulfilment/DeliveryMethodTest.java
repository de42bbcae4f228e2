package dev.rialto.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D45")
class DeliveryMethodTest {
    private static final Map<String, Long> FREE_FROM = Map.of("KRW", 50_000L);

    @Test
    void flatPriceIsFreeFromTheAmount() {
        DeliveryMethod post = method(DeliveryKind.FLAT, List.of("KR"), DeliveryRule.always(Map.of("KRW", 3_000L)));
        assertThat(post.price(parcel("KR", "", "04524", 500, 49_999))).contains(won(3_000));
        assertThat(post.price(parcel("KR", "", "04524", 500, 50_000))).contains(won(0));
    }

    @Test
    void weightPicksTheFirstRuleThatCarriesIt() {
        DeliveryMethod post = method(
                DeliveryKind.BY_WEIGHT,
                List.of(),
                new DeliveryRule(1_000, List.of(), Map.of("KRW", 3_000L)),
                new DeliveryRule(5_000, List.of(), Map.of("KRW", 6_000L)));
        assertThat(post.price(parcel("KR", "", "", 1_000, 1))).contains(won(3_000));
        assertThat(post.price(parcel("KR", "", "", 1_001, 1))).contains(won(6_000));
        assertThat(post.price(parcel("KR", "", "", 5_001, 1))).isEmpty();
    }

    @Test
    void regionIsMatchedByNameOrPostcode() {
        DeliveryMethod post = method(
                DeliveryKind.BY_REGION,
                List.of("KR"),
                new DeliveryRule(null, List.of("제주", "Jeju", "63*"), Map.of("KRW", 6_000L)),
                DeliveryRule.always(Map.of("KRW", 3_000L)));
        assertThat(post.price(parcel("KR", " jeju ", "", 1, 1))).contains(won(6_000));
        assertThat(post.price(parcel("KR", "", "63122", 1, 1))).contains(won(6_000));
        assertThat(post.price(parcel("KR", "서울", "04524", 1, 1))).contains(won(3_000));
    }

    @Test
    void isNotOfferedElsewhereNorInAnotherCurrency() {
        DeliveryMethod post = method(DeliveryKind.FLAT, List.of("KR"), DeliveryRule.always(Map.of("KRW", 3_000L)));
        assertThat(post.price(parcel("JP", "", "", 1, 1))).isEmpty();
        assertThat(post.price(new Consignment("KR", "", "", 1, new Money(1, "USD"))))
                .isEmpty();
    }

    @Test
    void beforeTheAddressOnlyWhatDependsOnItIsOpen() {
        Consignment early = Consignment.toNowhere(10, won(1));
        DeliveryRule always = DeliveryRule.always(Map.of("KRW", 3_000L));
        assertThat(method(DeliveryKind.FLAT, List.of("KR"), always).priceSoFar(early))
                .contains(won(3_000));
        assertThat(method(DeliveryKind.FLAT, List.of(), always).priceSoFar(early))
                .contains(won(3_000));
        assertThat(method(DeliveryKind.BY_REGION, List.of(), always).priceSoFar(early))
                .isEmpty();
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        SaveDelivery wrong = new SaveDelivery(
                null,
                Ids.next(),
                Map.of("ko", " "),
                DeliveryKind.FLAT,
                List.of("XX"),
                List.of(new DeliveryRule(0, List.of("49"), Map.of("WON", -1L))),
                Map.of("KRW", -5L),
                "standard",
                5,
                2,
                0,
                true,
                0);
        assertThatThrownBy(wrong::check)
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.fields())
                        .extracting(FieldError::field)
                        .contains(
                                "names.ko",
                                "countries",
                                "rules.0.upToGrams",
                                "rules.0.regions",
                                "rules.0.amounts.WON",
                                "freeFrom.KRW",
                                "daysTo"));
    }

    private static DeliveryMethod method(DeliveryKind kind, List<String> countries, DeliveryRule... rules) {
        return new DeliveryMethod(
                Ids.next(),
                Ids.next(),
                Map.of("en", "Post"),
                kind,
                countries,
                List.of(rules),
                FREE_FROM,
                "standard",
                1,
                3,
                0,
                true,
                1);
    }

    private static Consignment parcel(String country, String region, String postcode, long grams, long goods) {
        return new Consignment(country, region, postcode, grams, won(goods));
    }

    private static Money won(long amount) {
        return new Money(amount, "KRW");
    }
}
