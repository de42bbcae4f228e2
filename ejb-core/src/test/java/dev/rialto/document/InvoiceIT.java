package dev.rialto.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import dev.rialto.checkout.PayResult;
import dev.rialto.checkout.ShopFixture;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.order.OrderView;
import dev.rialto.order.Orders;
import dev.rialto.order.PlacedOrder;
import dev.rialto.seller.Permissions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvoiceIT {
    @TempDir
    static Path folder;

    static ShopFixture shop;
    static Invoices invoices;
    static Orders orders;
    static Caller operator;

    @BeforeAll
    static void open() {
        shop = ShopFixture.open(folder);
        invoices = shop.mall.get(Invoices.class);
        orders = shop.mall.get(Orders.class);
        operator = Caller.operator(shop.member().account(), Permissions.OPERATOR, "test");
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private static String textOf(Paper paper) throws IOException {
        assertThat(paper.content()).startsWith("%PDF-".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        PdfReader reader = new PdfReader(paper.content());
        try (reader) {
            return new PdfTextExtractor(reader).getTextFromPage(1);
        }
    }

    @Test
    void theInvoiceHasNumberPartiesLinesAndTax() throws IOException {
        Caller guest = shop.guest();
        PlacedOrder order = shop.buy(guest, shop.variant(10_000, 9), 2);
        Paper paper = invoices.forBuyer(guest, order.number(), order.number() + "-1");
        assertThat(paper.fileName()).isEqualTo(order.number() + "-1.pdf");
        assertThat(textOf(paper)).contains("Tax invoice", order.number() + "-1", "First", "Kim", "22,000", "2,000");
    }

    @Test
    void itIsWrittenInTheLanguageOfTheOrder() throws IOException {
        Caller guest = shop.guest();
        PlacedOrder order = shop.buy(guest, shop.variant(10_000, 9), 1);
        String title = "단풍 무늬 찻잔";
        shop.mall.execute(
                "update order_line set title = ? where sub_order_id in (select id from sub_order where order_id = ?)",
                title,
                order.id());
        for (String language : List.of("ko", "ja", "zh")) {
            shop.mall.execute("update purchase set language = ? where id = ?", language, order.id());
            Paper paper = invoices.forBuyer(guest, order.number(), order.number() + "-1");
            assertThat(textOf(paper)).contains(order.number());
        }
    }

    @Test
    void onlyItsOwnPeopleGetItAndOnlyWhenItWasPaid() {
        Caller guest = shop.guest();
        PlacedOrder order = shop.buy(guest, shop.variant(10_000, 9), 1);
        OrderView view = orders.view(operator, order.id());
        assertThat(invoices.forStaff(operator, order.id(), view.parts().get(0).id())
                        .content())
                .isNotEmpty();
        assertThatThrownBy(() -> invoices.forBuyer(shop.guest(), order.number(), order.number() + "-1"))
                .hasMessageContaining("document_not_found");
        assertThatThrownBy(() -> invoices.forBuyer(guest, order.number(), "R1-9"))
                .hasMessageContaining("document_not_found");
        assertThatThrownBy(() -> invoices.forStaff(
                        Caller.tenant(shop.second, Ids.next(), Permissions.SELLER_OWNER, "test"),
                        order.id(),
                        view.parts().get(0).id()))
                .hasMessageContaining("order_not_found");
        Caller other = shop.guest();
        PlacedOrder unpaid =
                ((PayResult.Placed) shop.deposit(other, shop.offer(other, shop.variant(10_000, 9), 1))).order();
        assertThatThrownBy(() -> invoices.forBuyer(other, unpaid.number(), unpaid.number() + "-1"))
                .hasMessageContaining("document_not_found");
    }
}
