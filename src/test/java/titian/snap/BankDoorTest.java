package titian.snap;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.Neighbours;
import titian.TitianTest;
import titian.outside.World;
import titian.payment.Bill;
import titian.payment.BillState;
import titian.payment.PaymentDesk;
import titian.payment.PaymentDesk.Settlement;

/** Who is let in at the bank's door: only the bank, only now, and each message once. */
@TitianTest
class BankDoorTest {

    private static final String ACCOUNTS = "/snap/v1.0/transfer-va/payment";

    @Autowired
    PaymentDesk desk;

    @Autowired
    BeanFactory house;

    @Autowired
    JdbcClient db;

    @Autowired
    World world;

    int port;
    Payer payer;
    Bill bill;

    @BeforeEach
    void somebodyOwes(@LocalServerPort int port) {
        this.port = port;
        new Neighbours(world).recover();
        payer = new Payer(house);
        bill = payer.offered();
    }

    @Test
    void aMessageIsLetInOnceADay() throws Exception {
        var id = externalId();
        var body = notice(bill.amount().amount());

        assertThat(sendSigned(body, id).body()).contains("\"2002500\"");
        var again = sendSigned(body, id);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("\"4092500\"", "Conflict");

        assertThat(payer.timesNoticed(bill)).isEqualTo(1);
        assertThat(db.sql("SELECT count(*) FROM snap.arrival WHERE external_id = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theSameNewsUnderAnotherIdIsHeardAndChangesNothing() throws Exception {
        var body = notice(bill.amount().amount());

        assertThat(sendSigned(body, externalId()).statusCode()).isEqualTo(200);
        assertThat(sendSigned(body, externalId()).statusCode()).isEqualTo(200);

        assertThat(payer.notices(bill)).containsExactly("WAITING");
        assertThat(payer.timesNoticed(bill)).isEqualTo(2);
    }

    /** What is signed and not true pays nothing: the bank is asked. */
    @Test
    void aSignedNoticeThatTheBankDoesNotConfirmPaysNothing() throws Exception {
        var body = notice(bill.amount().amount());

        sendSigned(body, externalId());

        assertThat(desk.settle(bill.id())).isEqualTo(Settlement.UNCLEAR);
        assertThat(desk.close(bill.id())).as("while it is being checked").isFalse();
        assertThat(payer.state(bill)).isEqualTo(BillState.OPEN);
    }

    @Test
    void anotherAmountPaysNothingAndIsLeftToAnOfficer() throws Exception {
        var body = notice(1);

        var answer = sendSigned(body, externalId());

        assertThat(answer.body()).contains("\"4042513\"");
        assertThat(payer.notices(bill)).containsExactly("WRONG_AMOUNT");
        assertThat(desk.settle(bill.id())).isEqualTo(Settlement.UNCLEAR);
        assertThat(desk.close(bill.id())).isFalse();
    }

    @Test
    void whatIsNotSignedByTheBankIsTurnedAway() throws Exception {
        var body = notice(bill.amount().amount());
        var now = payer.now();

        assertThat(send(body, now, externalId(), "").statusCode()).isEqualTo(400);
        assertThat(send(body, now, externalId(), "bm8gc2lnbmF0dXJl").body()).contains("\"4012500\"");
        assertThat(send(body + " ", now, externalId(), signed(body, now)).statusCode())
                .as("laid out otherwise, it says the same")
                .isEqualTo(200);
        assertThat(send(notice(1), now, externalId(), signed(body, now)).statusCode())
                .isEqualTo(401);
        assertThat(send(body, now.plusSeconds(1), externalId(), signed(body, now))
                        .statusCode())
                .isEqualTo(401);
        assertThat(send("/snap/v1.0/qr/qr-mpm-notify", body, now, externalId(), signed(body, now))
                        .statusCode())
                .as("signed for another address")
                .isEqualTo(401);
    }

    @Test
    void aMessageOfAnotherTimeIsTurnedAway() throws Exception {
        var body = notice(bill.amount().amount());
        for (var away : List.of(Duration.ofMinutes(-6), Duration.ofMinutes(6), Duration.ofDays(1))) {
            var then = payer.now().plus(away);
            assertThat(send(body, then, externalId(), signed(body, then)).body())
                    .as("%s from now", away)
                    .contains("\"4012500\"", "Timestamp");
        }
        assertThat(payer.notices(bill)).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsSaidSo() throws Exception {
        for (var body : List.of("", "{}", "[]", "no JSON", "{\"virtualAccountNo\":\"1\"}")) {
            assertThat(sendSigned(body, externalId()).body()).as(body).contains("\"4002501\"");
        }
        var tooLong = "\"" + "x".repeat(9_000) + "\"";
        assertThat(sendSigned(tooLong, externalId()).statusCode()).isEqualTo(413);
        assertThat(sendSigned("{}", "not/an/id").body()).contains("\"4002501\"");
    }

    @Test
    void anAmountInAnotherCurrencyOrThatIsNoneIsNotRead() throws Exception {
        var body = notice(bill.amount().amount());
        var amount = "\"%d.00\"".formatted(bill.amount().amount());
        for (var wrong : List.of(
                body.replace("IDR", "USD"),
                body.replace("IDR", "idr"),
                body.replace("\"currency\":\"IDR\"", "\"kurs\":\"IDR\""),
                body.replace(amount, "\"-%d.00\"".formatted(bill.amount().amount())),
                body.replace(amount, "\"%d.50\"".formatted(bill.amount().amount())),
                body.replace(amount, "\"0.00\""),
                body.replace(amount, "\"6.5e5\""),
                body.replace(amount, "\"9999999999999999999.00\""),
                body.replace(amount, "null"))) {
            assertThat(wrong).isNotEqualTo(body);
            assertThat(sendSigned(wrong, externalId()).body()).as(wrong).contains("\"4002501\"");
        }
        assertThat(payer.notices(bill)).isEmpty();
        assertThat(payer.state(bill)).isEqualTo(BillState.OPEN);
    }

    /** The signature is over a text in UTF-8, and so is what it says. */
    @Test
    void aMessageInAnotherCharsetIsTurnedAway() throws Exception {
        var body = notice(bill.amount().amount());
        var now = payer.now();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + ACCOUNTS))
                .header("Content-Type", "application/json; charset=UTF-16")
                .header("X-TIMESTAMP", SnapLanguage.time(now))
                .header("X-PARTNER-ID", "titian")
                .header("X-EXTERNAL-ID", externalId())
                .header("X-SIGNATURE", signed(body, now))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.getBytes(UTF_16)))
                .build();

        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(401);
        }
        assertThat(payer.notices(bill)).isEmpty();
    }

    @Test
    void moneyForNobodysAccountIsKeptAndSaidSo() throws Exception {
        var body = notice(bill.amount().amount()).replace(String.valueOf(bill.billingCode()), "899999999999999");

        var answer = sendSigned(body, externalId());

        assertThat(answer.body()).contains("\"4042512\"");
        assertThat(db.sql(
                                "SELECT count(*) FROM payment.notice WHERE number = '899999999999999' AND verdict = 'UNMATCHED'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    private String notice(long amount) {
        var random = ThreadLocalRandom.current();
        return """
                {"partnerServiceId":"   98765","customerNo":"%s","virtualAccountNo":"   98765%s",\
                "paymentRequestId":"%d","paidAmount":{"value":"%d.00","currency":"IDR"},\
                "trxDateTime":"%s","additionalInfo":{"ntb":"%012d","ntpn":"%016d"}}""".formatted(
                        bill.billingCode(),
                        bill.billingCode(),
                        random.nextLong(1_000_000_000L),
                        amount,
                        SnapLanguage.time(payer.now()),
                        random.nextLong(900_000_000_000L, 1_000_000_000_000L),
                        random.nextLong(9_000_000_000_000_000L, 10_000_000_000_000_000L));
    }

    private HttpResponse<String> sendSigned(String body, String id) throws IOException, GeneralSecurityException {
        var now = payer.now();
        return send(body, now, id, signed(body, now));
    }

    private HttpResponse<String> send(String body, Instant at, String id, String signature) {
        return send(ACCOUNTS, body, at, id, signature);
    }

    private HttpResponse<String> send(String path, String body, Instant at, String id, String signature) {
        var headers = new ArrayList<>(
                List.of("X-TIMESTAMP", SnapLanguage.time(at), "X-PARTNER-ID", "titian", "X-EXTERNAL-ID", id));
        if (!signature.isEmpty()) {
            headers.addAll(List.of("X-SIGNATURE", signature));
        }
        return Neighbours.post(
                URI.create("http://127.0.0.1:" + port + path),
                "application/json",
                body,
                headers.toArray(String[]::new));
    }

    private static String signed(String body, Instant at) throws IOException, GeneralSecurityException {
        return Signatures.asymmetric(Signatures.text("POST", ACCOUNTS, body, SnapLanguage.time(at)), theBanksKey());
    }

    private static PrivateKey theBanksKey() throws IOException, GeneralSecurityException {
        try (var file = BankDoorTest.class.getResourceAsStream("/outside/bank.pem")) {
            var written = new String(file.readAllBytes(), US_ASCII);
            var key = written.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key)));
        }
    }

    private static String externalId() {
        return String.valueOf(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }
}
