package dev.rialto.system.back;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BankFileST {
    private final Clerk clerk = new Clerk();

    @Test
    @Tag("D80")
    void aBankFileConfirmsTheDepositAndOnlyThenItShips() {
        String number = new Buyer().order(Buyer.plenty(), 1);
        String path = clerk.orderPath(number);
        String waiting = clerk.page(path);
        assertThat(waiting).contains("Shipping opens once the deposit is confirmed.");
        String amount = Buyer.first(
                        Pattern.compile("(?s)<dt class=\"total\">.*?<dd class=\"total\">[^0-9]*([0-9,]+)"), waiting)
                .replace(",", "");
        String csv = "Booked,Who,What,In " + number + "\n2026-11-20,Kim,deposit " + number + "," + amount + "\n"
                + "2026-11-20,Lee,hello,1\n";
        Http.Answer taken = clerk.upload("/upload/deposits/files", "bank.csv", csv);
        assertThat(taken.status()).as(taken.text()).isEqualTo(303);
        String table = taken.header("Location").orElseThrow();
        assertThat(clerk.page(table)).contains("deposit " + number);
        Http.Answer read = clerk.post(
                table,
                "read",
                "date",
                "Booked",
                "datePattern",
                "yyyy-MM-dd",
                "amountColumn",
                "In " + number,
                "decimals",
                "point",
                "payer",
                "Who",
                "message",
                "What",
                "currency",
                "KRW");
        String list = clerk.done(read);
        assertThat(list).contains("Matched", "No order found", number);
        assertThat(clerk.page(path)).contains("Shipping opens once the deposit is confirmed.");

        String entries = read.header("Location").orElseThrow();
        String file = entries.substring(entries.indexOf('=') + 1);
        assertThat(clerk.done(clerk.post("/deposits/entries", "book-matched", "file", file)))
                .contains("Booked");
        assertThat(clerk.page(path)).doesNotContain("Shipping opens once the deposit is confirmed.");

        Http.Answer again = clerk.upload("/upload/deposits/files", "again.csv", csv);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).contains("read before");
    }

    @Test
    void whatIsNoBankFileIsRefusedInWords() {
        Http.Answer refused = clerk.upload("/upload/deposits/files", "cat.jpg", "just a cat");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("neither a CAMT.053 statement nor a table");
    }
}
