package titian.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import titian.shared.Nik;
import titian.simponi.Owed;
import titian.tariff.Quote.Line;

/**
 * A bill with all that is kept about it. It prints without giving the payer away.
 *
 * @param nik        known until the code came
 * @param saidPaidAt when the person last told us that they paid
 * @param late       whether the money came after the bill was closed
 */
record LedgerEntry(
        Bill bill,
        String tariffCode,
        String nameInEnglish,
        String legalBasis,
        String payer,
        @Nullable Nik nik,
        @Nullable Doubt doubt,
        @Nullable Instant saidPaidAt,
        boolean late) {

    private static final Pattern OURS = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern BETWEEN_PARTS = Pattern.compile("(.{8})(.{4})(.{4})(.{4})(.{12})");
    private static final Duration WORD_COUNTS_FOR = Duration.ofMinutes(15);

    /** What the biller is asked a code for. */
    Owed owed(List<Line> lines) {
        return new Owed(bill.id().value(), trxId(bill.id()), payer, nik, bill.amount(), bill.payBy(), lines);
    }

    /** What the biller calls the request for this bill's code: asking twice with it is asking once. */
    static String trxId(BillId bill) {
        return bill.value().toString().replace("-", "");
    }

    /** The bill a request was made for; empty if the request is not one of ours. */
    static Optional<BillId> requested(String trxId) {
        return OURS.matcher(trxId).matches()
                ? Optional.of(BillId.of(BETWEEN_PARTS.matcher(trxId).replaceFirst("$1-$2-$3-$4-$5")))
                : Optional.empty();
    }

    /** As a family owes all of its bills under this one's name. */
    LedgerEntry togetherWith(FamilyBill family) {
        var all = new Bill(
                family.asked(),
                bill.application(),
                bill.description(),
                family.amount(),
                BillState.REQUESTED,
                null,
                family.payBy(),
                null);
        return new LedgerEntry(all, tariffCode, nameInEnglish, legalBasis, payer, null, null, null, false);
    }

    boolean isUnpaid() {
        return switch (bill.state()) {
            case REQUESTED, OPEN -> true;
            case PAID, CLOSED -> false;
        };
    }

    boolean isTimeUp(Instant now) {
        return !now.isBefore(bill.payBy());
    }

    /** Whether somebody says that it was paid and we are finding out. */
    boolean isBeingChecked(Instant now) {
        return isUnpaid() && (doubt != null || (saidPaidAt != null && now.isBefore(saidPaidAt.plus(WORD_COUNTS_FOR))));
    }

    @Override
    public String toString() {
        return "bill " + bill.id() + " " + bill.state();
    }
}
