package titian.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import titian.Neighbours;
import titian.People;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Money;
import titian.tariff.Quote;

/** Bills for people nobody has met before, and notices as the biller might send them. */
final class Till {

    static final Duration TWO_HOURS = Duration.ofHours(2);

    private static final Quote BOOK = new Quote(
            "PSP_ELEK_5",
            "Paspor biasa elektronik masa berlaku paling lama 5 tahun",
            "Ordinary electronic passport up to 5 years",
            Money.rupiah(650_000),
            "PP 45/2024",
            List.of(new Quote.Line(
                    "PSP_ELEK_5",
                    "Paspor biasa elektronik masa berlaku paling lama 5 tahun",
                    "Ordinary electronic passport up to 5 years",
                    Money.rupiah(650_000))));

    private final PaymentDesk desk;
    private final Clock clock;
    private final int port;

    Till(PaymentDesk desk, Clock clock, int port) {
        this.desk = desk;
        this.clock = clock;
        this.port = port;
    }

    /** Someone new owes for a passport, within two hours. */
    Bill bill() {
        return bill(AccountId.next(), ApplicationId.next(), clock.instant().plus(TWO_HOURS));
    }

    Bill bill(AccountId account, ApplicationId application, Instant payBy) {
        var someone = People.someone();
        return desk.open(application, account, quote(), someone.name(), someone.nik(), payBy);
    }

    /** The same, and the code has come. */
    Bill openBill() {
        return until(bill(), BillState.OPEN);
    }

    Quote quote() {
        return BOOK;
    }

    /** The bill once it has come so far. */
    Bill until(Bill bill, BillState state) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> desk.find(bill.id()).orElseThrow(), found -> found.state() == state);
    }

    BillState state(Bill bill) {
        return desk.find(bill.id()).orElseThrow().state();
    }

    /** A notice as the biller writes them, about any bill and any amount. */
    static String notice(String trxId, String code, long total) {
        var random = ThreadLocalRandom.current();
        return """
                {"trx_id_KL":"%s","kode_billing":"%s","ntb":"%012d","ntpn":"%016d","tgl_bayar":"2026-12-08 13:00:00",\
                "kode_bank":"999","kode_channel":"7014","total":%d}""".formatted(
                        trxId,
                        code,
                        random.nextLong(900_000_000_000L, 1_000_000_000_000L),
                        random.nextLong(9_000_000_000_000_000L, 10_000_000_000_000_000L),
                        total);
    }

    static String notice(Bill bill, long total) {
        return notice(LedgerEntry.trxId(bill.id()), String.valueOf(bill.billingCode()), total);
    }

    /** Sends a notice to us over a real socket. */
    HttpResponse<String> send(String notice, String signature) {
        return Neighbours.post(
                URI.create("http://127.0.0.1:" + port + "/simponi/pemberitahuan"),
                "application/json",
                notice,
                "X-Simponi-Signature",
                signature);
    }

    HttpResponse<String> sendSigned(String notice) {
        return send(notice, signature(notice, "simponi-dev"));
    }

    static String signature(String notice, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(notice.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
