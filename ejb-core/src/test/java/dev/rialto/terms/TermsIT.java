package dev.rialto.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.goods.GoodsFixture;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.TestMall;
import dev.rialto.seller.Permissions;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TermsIT {
    private static final Caller OPERATOR = Caller.operator(Ids.next(), Permissions.OPERATOR, "t");

    @TempDir
    static Path folder;

    private static Caller owner(UUID seller) {
        return Caller.tenant(seller, Ids.next(), Permissions.SELLER_OWNER, "t");
    }

    @Test
    void everyVersionIsAcceptedAnewByEverySeller() {
        try (TestMall mall = TestMall.empty(folder)) {
            GoodsFixture goods = new GoodsFixture(mall, 0);
            Terms terms = mall.get(Terms.class);
            Caller one = owner(goods.seller("One"));
            Caller two = owner(goods.seller("Two"));
            terms.requireAccepted(one);
            assertThat(terms.publish(OPERATOR, Map.of("en", "Be fair."))).isEqualTo(1);
            assertThatThrownBy(() -> terms.requireAccepted(one)).hasMessageContaining("terms_not_accepted");
            terms.accept(one, 1);
            terms.accept(one, 1);
            terms.requireAccepted(one);
            assertThat(terms.acceptances(OPERATOR, 1)).singleElement().satisfies(a -> {
                assertThat(a.accountId()).isEqualTo(one.account());
                assertThat(a.acceptedAt()).isNotNull();
            });
            assertThatThrownBy(() -> terms.requireAccepted(two)).hasMessageContaining("terms_not_accepted");
            assertThat(terms.versions(two).get(0).accepted()).isZero();
            assertThat(terms.publish(OPERATOR, Map.of("en", "Be fairer.", "ko", "공정하게.")))
                    .isEqualTo(2);
            assertThatThrownBy(() -> terms.accept(two, 1)).hasMessageContaining("terms_superseded");
            assertThatThrownBy(() -> terms.requireAccepted(one)).hasMessageContaining("terms_not_accepted");
            assertThatThrownBy(() -> terms.publish(OPERATOR, Map.of())).hasMessageContaining("text");
            assertThatThrownBy(() -> terms.publish(one, Map.of("en", "x"))).hasMessageContaining("not_permitted");
            assertThat(terms.versions(one))
                    .extracting(TermsVersion::number, v -> v.acceptedAt() != null)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(2, false),
                            org.assertj.core.groups.Tuple.tuple(1, true));
        }
    }
}
