package titian.outside;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A billing code of the state's revenue system, and its payment once there is one. */
record Bill(
        String simponiId,
        String code,
        Order order,
        Instant issuedAt,
        @Nullable Payment payment) implements Notices.Paid {

    /** What an agency asked to be billed; its transaction id makes asking twice the same as asking once. */
    record Order(String trxId, String payer, String nik, long total, Instant expiresAt, List<String> items) {}

    /** What the bank wrote down. Whether a notice follows was decided at the moment of paying. */
    record Payment(String ntb, String ntpn, Instant at, boolean noticeFollows) {

        static final String BANK = "999";
        static final String INTERNET_BANKING = "7014";
    }

    @Override
    public String key() {
        return code;
    }

    @Override
    public Instant paidAt() {
        return Objects.requireNonNull(payment).at();
    }

    Bill paid(Payment received) {
        return new Bill(simponiId, code, order, issuedAt, received);
    }

    boolean expiredAt(Instant moment) {
        return !moment.isBefore(order.expiresAt());
    }
}
