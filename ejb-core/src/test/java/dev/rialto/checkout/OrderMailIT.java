package dev.rialto.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.rialto.kernel.Caller;
import dev.rialto.message.MailSettings;
import dev.rialto.message.Mailer;
import dev.rialto.message.Outbox;
import dev.rialto.order.PlacedOrder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order mail as it arrives over SMTP. */
class OrderMailIT {
    static final GreenMail SERVER = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    @TempDir
    static Path folder;

    static ShopFixture shop;

    @BeforeAll
    static void open() {
        SERVER.start();
        shop = ShopFixture.open(folder);
    }

    @AfterAll
    static void close() {
        shop.close();
        SERVER.stop();
    }

    @Test
    @Tag("D52")
    void holdsNumberLinesTotalAndWayOfPayment() throws Exception {
        PlacedOrder order = shop.buy(shop.guest(), shop.variant(10_000, 5), 2);
        MimeMultipart forms = (MimeMultipart) received().getContent();
        String text = forms.getBodyPart(0).getContent().toString();
        assertThat(text)
                .contains(order.number(), "× 2", "₩19,000", "Total: ₩22,000", "Paid by card", "Hello Kim")
                .contains("http://mall.localhost:8080/orders/" + order.number() + "?key=" + order.key());
        assertThat(forms.getBodyPart(1).getContent().toString())
                .contains("font-weight:bold", order.number(), "₩22,000");
    }

    @ParameterizedTest
    @Tag("D52")
    @CsvSource({"ko, 주문해 주셔서 감사합니다", "ja, ご注文ありがとうございます", "zh, 感谢您的订购", "en, thank you for your order"})
    void speaksTheBuyersLanguage(String language, String words) throws Exception {
        Caller guest = shop.guest();
        Visit visit = new Visit(shop.site, language, "KRW");
        shop.put(guest, shop.variant(10_000, 5), 1);
        shop.checkout.save(guest, visit, ShopFixture.details());
        Offer offer = shop.checkout.price(guest, visit);
        UUID payment = ((PayResult.Redirect) shop.checkout.pay(
                        guest,
                        new PayCheckout(visit, offer.fingerprint(), dev.rialto.payment.PaymentMethod.CARD, null)))
                .paymentId();
        shop.gateway.approve(ShopFixture.requestOf(payment));
        shop.checkout.complete(guest, payment);
        MimeMultipart forms = (MimeMultipart) received().getContent();
        assertThat(forms.getBodyPart(0).getContent().toString()).contains(words);
    }

    private static MimeMessage received() throws Exception {
        SERVER.purgeEmailFromAllMailboxes();
        new Mailer(
                        shop.mall.get(Outbox.class),
                        new MailSettings(
                                "127.0.0.1",
                                SERVER.getSmtp().getPort(),
                                "",
                                "",
                                MailSettings.Security.PLAIN,
                                "no-reply@mall.test"),
                        shop.mall.get(Clock.class))
                .deliverDue(ShopFixture.WORKER, 10);
        return SERVER.getReceivedMessages()[0];
    }
}
