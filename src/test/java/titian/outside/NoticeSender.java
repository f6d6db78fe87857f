package titian.outside;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Carries one payment notice to the agency, signed over the very bytes it sends. */
final class NoticeSender implements Notices.Messenger<Bill> {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI usualAddress;
    private final String secret;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    NoticeSender(URI usualAddress, String secret) {
        this.usualAddress = usualAddress;
        this.secret = secret;
    }

    @Override
    public URI usualAddress() {
        return usualAddress;
    }

    @Override
    public Notices.Result send(URI to, Bill bill) throws InterruptedException {
        var body = body(bill, bill.order().total());
        return post(to, body, signature(body, secret));
    }

    /** A notice no careful agency believes: another amount under a signature made with another secret. */
    @Override
    public Notices.Result sendForged(URI to, Bill bill) throws InterruptedException {
        var body = body(bill, bill.order().total() + 1);
        return post(to, body, signature(body, "bukan-" + secret));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private Notices.Result post(URI to, String body, String signature) throws InterruptedException {
        var request = HttpRequest.newBuilder(to)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-Simponi-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var status = client.send(request, BodyHandlers.discarding()).statusCode();
            return new Notices.Result(status / 100 == 2, "Dijawab dengan kode " + status + ".");
        } catch (IOException failed) {
            return new Notices.Result(false, "Tidak tersambung.");
        }
    }

    private static String body(Bill bill, long total) {
        var payment = Objects.requireNonNull(bill.payment());
        return Json.object()
                .put("trx_id_KL", bill.order().trxId())
                .put("kode_billing", bill.code())
                .put("ntb", payment.ntb())
                .put("ntpn", payment.ntpn())
                .put("tgl_bayar", Simponi.date(payment.at()))
                .put("kode_bank", Bill.Payment.BANK)
                .put("kode_channel", Bill.Payment.INTERNET_BANKING)
                .put("total", total)
                .toString();
    }

    private static String signature(String body, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
