package dev.rialto.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Property
    void theOutsideFormReadsBack(@ForAll long high, @ForAll long low) {
        UUID id = new UUID(high, low);
        assertThat(Ids.parse("goods", Ids.external("goods", id))).contains(id);
    }

    @Test
    void anotherPrefixOrAWrongLetterIsNoId() {
        String text = Ids.external("goods", Ids.next());
        assertThat(Ids.parse("order", text)).isEmpty();
        assertThat(Ids.parse("goods", text.replaceAll(".$", "u"))).isEmpty();
        assertThat(Ids.parse("goods", "goods_8zzzzzzzzzzzzzzzzzzzzzzzzz")).isEmpty();
        assertThat(Ids.parse("goods", "")).isEmpty();
    }

    @Test
    void writesTheTypeIdForm() {
        assertThat(Ids.external("prefix", UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057")))
                .isEqualTo("prefix_01h455vb4pex5vsknk084sn02q");
    }
}
