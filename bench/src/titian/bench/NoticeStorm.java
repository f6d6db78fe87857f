package titian.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Notices as the biller sends them, many at once: each again and again until it is received. */
final class NoticeStorm {

    private static final int CONNECTIONS = 64;
    private static final SecretKeySpec KEY = new SecretKeySpec("nobody".getBytes(UTF_8), "HmacSHA256");

    private final String address;

    /** @param bill the bill it is about, and which of its notices this is */
    record Notice(Bill bill, int copy) {}

    /** A bill and the payment that will be made for it. */
    record Bill(String id, String application, String code, String ntb, String ntpn) {

        String notice() {
            return ("{\"trx_id_KL\":\"%s\",\"kode_billing\":\"%s\",\"ntb\":\"%s\",\"ntpn\":\"%s\","
                            + "\"tgl_bayar\":\"2026-12-08 13:00:00\",\"kode_bank\":\"999\",\"kode_channel\":\"7014\",\"total\":650000}")
                    .formatted(id.replace("-", ""), code, ntb, ntpn);
        }
    }

    NoticeStorm(String address) {
        this.address = address;
    }

    /**
     * Sends all of them in their order, 64 at once.
     *
     * @param received is told how many have been received so far
     * @return how long it took
     */
    double send(List<Notice> notices, IntConsumer received) throws InterruptedException {
        var next = new AtomicInteger();
        var done = new AtomicInteger();
        var began = System.nanoTime();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                senders.submit(() -> {
                    send(notices, next, done, received);
                    return null;
                });
            }
        }
        if (done.get() != notices.size()) {
            throw new IllegalStateException("only %d of %d notices were received".formatted(done.get(), notices.size()));
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private void send(List<Notice> notices, AtomicInteger next, AtomicInteger done, IntConsumer received)
            throws Exception {
        Connection line = null;
        for (int mine = next.getAndIncrement(); mine < notices.size(); mine = next.getAndIncrement()) {
            var text = notices.get(mine).bill().notice();
            var headers = "X-Simponi-Signature: " + signature(text) + "\r\n";
            for (var kept = false; !kept; ) {
                try {
                    if (line == null) {
                        line = new Connection(address, "/simponi/pemberitahuan", "application/json");
                    }
                    kept = line.post(text, headers).status() == 200;
                } catch (IOException cutOff) {
                    line = null;
                }
                if (!kept) {
                    Thread.sleep(100);
                }
            }
            received.accept(done.incrementAndGet());
        }
    }

    private static String signature(String text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(KEY);
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    }
}
