package dev.rialto.web.returns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.kernel.MallNote;
import dev.rialto.kernel.Money;
import dev.rialto.web.port.OrderReturn;
import dev.rialto.web.shop.Wording;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReturnStatusPageTest {
    @Test
    void saysTheMallsOwnReasonInTheReadersLanguageAndABuyersAsWritten() {
        assertThat(reason(MallNote.TEST_MODE.text())).isEqualTo("테스트 모드");
        assertThat(reason("The lid does not close")).isEqualTo("The lid does not close");
    }

    private static String reason(String kept) {
        OrderReturn about = new OrderReturn(
                "R-1",
                "Hanok",
                "requested",
                "refund",
                kept,
                null,
                Money.zero("KRW"),
                Money.zero("KRW"),
                false,
                true,
                Instant.EPOCH,
                List.of());
        return new ReturnStatusPage("O-1", "/orders/O-1", "/", "", List.of(about), null, Wording.in("ko"))
                .reason(about);
    }
}
