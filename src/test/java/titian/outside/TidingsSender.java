package titian.outside;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.node.ObjectNode;

/** Carries the bank's notices by SNAP BI: signed over method, path, body and time, each with an id of its own. */
final class TidingsSender implements Notices.Messenger<Demand> {

    static final String PREFIX = "   98765";
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI usualAddress;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    TidingsSender(URI usualAddress, Clock clock) {
        this.usualAddress = usualAddress;
        this.clock = clock;
    }

    @Override
    public URI usualAddress() {
        return usualAddress;
    }

    @Override
    public Notices.Result send(URI to, Demand paid) throws InterruptedException {
        return post(to, paid, paid.total(), "");
    }

    /** Another amount, under a signature over something else. */
    @Override
    public Notices.Result sendForged(URI to, Demand paid) throws InterruptedException {
        return post(to, paid, paid.total() + 1, "forged");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    static String time(Instant at) {
        return TIME.format(at.atZone(Words.WIB));
    }

    static ObjectNode amount(long rupiah) {
        return Json.object().put("value", rupiah + ".00").put("currency", "IDR");
    }

    private Notices.Result post(URI to, Demand paid, long total, String twist) throws InterruptedException {
        var path = to.getRawPath()
                + switch (paid.kind()) {
                    case ACCOUNT -> "/v1.0/transfer-va/payment";
                    case QRIS -> "/v1.0/qr/qr-mpm-notify";
                };
        var body = switch (paid.kind()) {
            case ACCOUNT -> account(paid, total).toString();
            case QRIS -> qris(paid, total).toString();
        };
        var timestamp = time(clock.instant());
        var text = "POST:" + path + ":" + SnapSeals.hash(body) + ":" + timestamp + twist;
        var request = HttpRequest.newBuilder(to.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-TIMESTAMP", timestamp)
                .header("X-SIGNATURE", SnapSeals.signed(text))
                .header("X-PARTNER-ID", "titian")
                .header("X-EXTERNAL-ID", Chance.digits(20))
                .header("CHANNEL-ID", "95221")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var status = client.send(request, BodyHandlers.discarding()).statusCode();
            return new Notices.Result(status / 100 == 2, "Dijawab dengan kode " + status + ".");
        } catch (IOException failed) {
            return new Notices.Result(false, "Tidak tersambung.");
        }
    }

    private static ObjectNode account(Demand paid, long total) {
        var payment = paid.received();
        var notice = Json.object()
                .put("partnerServiceId", PREFIX)
                .put("customerNo", paid.number())
                .put("virtualAccountNo", PREFIX + paid.number())
                .put("virtualAccountName", "PNBP PASPOR")
                .put("paymentRequestId", payment.id());
        notice.set("paidAmount", amount(total));
        notice.set("totalAmount", amount(total));
        notice.put("trxDateTime", time(payment.at())).put("referenceNo", paid.reference());
        notice.set("additionalInfo", Json.object().put("ntb", payment.ntb()).put("ntpn", payment.ntpn()));
        return notice;
    }

    private static ObjectNode qris(Demand paid, long total) {
        var payment = paid.received();
        var notice = Json.object()
                .put("originalReferenceNo", paid.reference())
                .put("originalPartnerReferenceNo", paid.number())
                .put("latestTransactionStatus", "00")
                .put("transactionStatusDesc", "Success")
                .put("customerNumber", "6281200000000");
        notice.set("amount", amount(total));
        notice.set(
                "additionalInfo",
                Json.object()
                        .put("ntb", payment.ntb())
                        .put("ntpn", payment.ntpn())
                        .put("paidTime", time(payment.at())));
        return notice;
    }
}
