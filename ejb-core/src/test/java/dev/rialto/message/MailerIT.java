package dev.rialto.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.TestMall;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailerIT {
    static final GreenMail SERVER = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    private static final Caller WORKER = Caller.worker("test");

    @TempDir
    static Path folder;

    static TestMall mall;
    static Outbox outbox;

    @BeforeAll
    static void open() {
        SERVER.start();
        mall = TestMall.empty(folder);
        outbox = mall.get(Outbox.class);
    }

    @AfterAll
    static void close() {
        mall.close();
        SERVER.stop();
    }

    @BeforeEach
    void emptyBoxes() throws Exception {
        mall.execute("delete from mail");
        mall.execute("delete from outbox");
        SERVER.purgeEmailFromAllMailboxes();
    }

    @Test
    @Tag("D52")
    void sendsBothFormsInUtf8() throws Exception {
        add("kim@example.test", "주문 확인", "감사합니다 <3");

        assertThat(mailer(SERVER.getSmtp().getPort()).deliverDue(WORKER, 10)).isEqualTo(1);

        MimeMessage mail = SERVER.getReceivedMessages()[0];
        MimeMultipart forms = (MimeMultipart) mail.getContent();
        assertThat(mail.getSubject()).isEqualTo("주문 확인");
        assertThat(mail.getFrom()[0].toString()).contains("no-reply@mall.test");
        assertThat(forms.getBodyPart(0).getContent().toString()).contains("감사합니다 <3");
        assertThat(forms.getBodyPart(1).getContent().toString()).contains("감사합니다 &lt;3");
        assertThat(state()).isEqualTo("done");
    }

    @Test
    void aShopperMayWriteButNotReadMail() {
        outbox.add(Caller.shopper(null, "token", "test"), List.of(mail("a@example.test", "s", "t")));
        assertThat(mall.value(int.class, "select count(*) from mail")).isEqualTo(1);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> outbox.claim(Caller.shopper(null, "token", "test"), 5))
                .hasMessageContaining("permission denied");
    }

    @Test
    void headersCannotBeSmuggledIn() throws Exception {
        add("kim@example.test", "Hello\r\nBcc: all@example.test", "text");
        add("kim@example.test\r\nBcc: all@example.test", "Hello", "text");

        mailer(SERVER.getSmtp().getPort()).deliverDue(WORKER, 10);

        assertThat(SERVER.getReceivedMessages()).hasSize(1);
        assertThat(SERVER.getReceivedMessages()[0].getHeader("Bcc")).isNull();
        assertThat(mall.value(int.class, "select count(*) from outbox where state = 'given_up'"))
                .isEqualTo(1);
    }

    @Test
    void aSilentServerIsTriedAgainLaterUnderTheSameMessageId() throws Exception {
        UUID id = add("kim@example.test", "Hello", "text");

        assertThat(mailer(closedPort()).deliverDue(WORKER, 10)).isEqualTo(1);
        assertThat(mailer(SERVER.getSmtp().getPort()).deliverDue(WORKER, 10)).isZero();
        assertThat(state()).isEqualTo("waiting");

        mall.get(dev.rialto.platform.MallClock.class).advance(Duration.ofMinutes(2));
        assertThat(mailer(SERVER.getSmtp().getPort()).deliverDue(WORKER, 10)).isEqualTo(1);
        assertThat(SERVER.getReceivedMessages()[0].getMessageID()).isEqualTo("<" + id + "@mall.test>");
    }

    @Test
    void isGivenUpAfterTheLastTry() {
        add("kim@example.test", "Hello", "text");
        mall.execute("update outbox set attempts = 8");

        mailer(closedPort()).deliverDue(WORKER, 10);

        assertThat(state()).isEqualTo("given_up");
        assertThat(mall.value(String.class, "select last_error from outbox")).doesNotContain("kim");
    }

    @Test
    void twoSendersShareTheWorkWithoutDoubles() throws Exception {
        IntStream.range(0, 20).forEach(i -> add("kim" + i + "@example.test", "Hello", "text"));

        List<Thread> senders = IntStream.range(0, 2)
                .mapToObj(
                        i -> new Thread(() -> mailer(SERVER.getSmtp().getPort()).deliverDue(WORKER, 20)))
                .toList();
        senders.forEach(Thread::start);
        for (Thread sender : senders) {
            sender.join();
        }

        assertThat(SERVER.getReceivedMessages()).hasSize(20);
    }

    @Test
    void withoutAServerNothingIsClaimed() {
        add("kim@example.test", "Hello", "text");
        Mailer off = new Mailer(outbox, settings("", 25), mall.get(Clock.class));
        assertThat(off.deliverDue(WORKER, 10)).isZero();
        assertThat(state()).isEqualTo("waiting");
    }

    private static UUID add(String recipient, String subject, String text) {
        outbox.add(WORKER, List.of(mail(recipient, subject, text)));
        return mall.value(UUID.class, "select id from outbox order by id desc limit 1");
    }

    private static OutgoingMail mail(String recipient, String subject, String text) {
        return new OutgoingMail(
                "test",
                null,
                Ids.next(),
                "Mall",
                recipient,
                Letter.in("ko", subject).say(text).done());
    }

    private static String state() {
        return mall.value(String.class, "select state from outbox");
    }

    private static Mailer mailer(int port) {
        return new Mailer(outbox, settings("127.0.0.1", port), mall.get(Clock.class));
    }

    private static MailSettings settings(String host, int port) {
        return new MailSettings(host, port, "", "", MailSettings.Security.PLAIN, "no-reply@mall.test");
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
