package titian.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import titian.payment.OtherWay.Payable;
import titian.shared.ApplicationId;
import titian.tariff.Quote.Line;
import titian.web.QrCode;
import titian.web.Words;

/**
 * A bill in the words of its page.
 *
 * @param codeInGroups the billing code in threes, as it is read aloud and typed; empty before it came
 * @param limit        until when it can be paid, by the clock of Jakarta
 * @param paidAt       when the bank received the money, if it did
 * @param payPage      the development bank's page for this code; null where there are real banks
 * @param account      a bank's account for this bill, in the groups its number is read in; null if there is none
 * @param qris         the code to scan; null if there is none
 * @param prices       what the amount consists of, if it is more than one price
 * @param paidTwice    whether the same bill was paid once more, which is the payer's to have back
 */
record BillView(
        Standing standing,
        ApplicationId application,
        String code,
        List<String> codeInGroups,
        String name,
        String amount,
        String legalBasis,
        String payer,
        String limit,
        String ntb,
        String ntpn,
        String paidAt,
        @Nullable String payPage,
        @Nullable Account account,
        @Nullable QrCode qris,
        boolean paidTwice,
        List<Price> prices) {

    /** A bank's account that takes exactly this bill's amount. */
    record Account(String bank, List<String> number) {}

    /** What is known of a bill beside its entry: the other ways to pay it, and money that came twice. */
    record Beside(List<Line> lines, List<Payable> ways, boolean paidTwice) {}

    /** One price of those the amount consists of. */
    record Price(String name, String amount) {}

    /** The zone in which banks and treasury keep their books; the office's own is not known here. */
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    /** How the bill stands for the person who has to pay it. */
    enum Standing {
        /** The code is on its way. */
        PREPARING,
        /** The code can be paid. */
        PAYABLE,
        /** Somebody says that it was paid, and the biller is being asked. */
        CHECKING,
        /** A notice says that another amount was paid: an officer looks. */
        DISPUTED,
        /** The time is up, and the biller is being asked a last time. */
        ENDING,
        PAID,
        /** The time is up and nothing was paid. */
        EXPIRED,
        /** Paid in time, but we heard of it after the bill was closed. */
        HEARD_LATE,
        /** Paid after the time was up, when the bill was closed. */
        LATE
    }

    static BillView of(LedgerEntry entry, Beside beside, Instant now, Words words, String payPage) {
        var bill = entry.bill();
        var code = bill.billingCode() == null ? "" : bill.billingCode();
        var payment = bill.payment();
        return new BillView(
                standing(entry, now),
                bill.application(),
                code,
                inGroups(code, 3),
                words.areIndonesian() ? bill.description() : entry.nameInEnglish(),
                words.money(bill.amount()),
                entry.legalBasis(),
                entry.payer(),
                moment(bill.payBy(), words),
                payment == null ? "" : payment.bankTransactionNumber(),
                payment == null ? "" : payment.stateReceiptNumber(),
                payment == null ? "" : moment(payment.at(), words),
                payPage.isBlank() ? null : payPage + "?kode=" + code,
                account(beside.ways()),
                qris(beside.ways()),
                beside.paidTwice(),
                prices(beside.lines(), words));
    }

    /** Whether the page looks again by itself because something is about to change. */
    boolean changesSoon() {
        return switch (standing) {
            case PREPARING, CHECKING, ENDING -> true;
            case PAYABLE, DISPUTED, PAID, EXPIRED, HEARD_LATE, LATE -> false;
        };
    }

    /** Whether the code may still be paid, and so is worth showing. */
    boolean canBePaid() {
        return switch (standing) {
            case PAYABLE, CHECKING -> !code.isEmpty();
            case PREPARING, DISPUTED, ENDING, PAID, EXPIRED, HEARD_LATE, LATE -> false;
        };
    }

    boolean isPaid() {
        return switch (standing) {
            case PAID, HEARD_LATE, LATE -> true;
            case PREPARING, PAYABLE, CHECKING, DISPUTED, ENDING, EXPIRED -> false;
        };
    }

    /** Whether something needs the reader's attention. */
    boolean isTrouble() {
        return switch (standing) {
            case DISPUTED, ENDING, EXPIRED -> true;
            case PREPARING, PAYABLE, CHECKING, PAID, HEARD_LATE, LATE -> false;
        };
    }

    /** Whether this page has nothing more to offer, and the way goes on elsewhere. */
    boolean isOver() {
        return switch (standing) {
            case DISPUTED, EXPIRED, PAID, HEARD_LATE, LATE -> true;
            case PREPARING, PAYABLE, CHECKING, ENDING -> false;
        };
    }

    /** The text key of what this page says about the standing. */
    String key(String part) {
        return "payment.bill." + standing.name() + "." + part;
    }

    private static Standing standing(LedgerEntry entry, Instant now) {
        return switch (entry.bill().state()) {
            case PAID -> paid(entry);
            case CLOSED -> Standing.EXPIRED;
            case REQUESTED, OPEN -> unpaid(entry, now);
        };
    }

    private static Standing paid(LedgerEntry entry) {
        if (!entry.late()) {
            return Standing.PAID;
        }
        return entry.bill().isPaidInTime() ? Standing.HEARD_LATE : Standing.LATE;
    }

    private static Standing unpaid(LedgerEntry entry, Instant now) {
        if (entry.doubt() == Doubt.WRONG_AMOUNT) {
            return Standing.DISPUTED;
        }
        if (entry.isBeingChecked(now)) {
            return Standing.CHECKING;
        }
        if (entry.bill().state() == BillState.REQUESTED) {
            return entry.isTimeUp(now) ? Standing.EXPIRED : Standing.PREPARING;
        }
        return entry.isTimeUp(now) ? Standing.ENDING : Standing.PAYABLE;
    }

    /** Of one price alone there is nothing more to say than the amount. */
    private static List<Price> prices(List<Line> lines, Words words) {
        return lines.size() < 2
                ? List.of()
                : lines.stream()
                        .map(line -> new Price(
                                words.areIndonesian() ? line.nameInIndonesian() : line.nameInEnglish(),
                                words.money(line.amount())))
                        .toList();
    }

    private static @Nullable Account account(List<Payable> ways) {
        for (var way : ways) {
            if (way instanceof Payable.VirtualAccount(var bank, var number)) {
                return new Account(bank, inGroups(number, 4));
            }
        }
        return null;
    }

    private static @Nullable QrCode qris(List<Payable> ways) {
        for (var way : ways) {
            if (way instanceof Payable.Qris(var content)) {
                return QrCode.of(content);
            }
        }
        return null;
    }

    static List<String> inGroups(String code, int size) {
        return IntStream.range(0, (code.length() + size - 1) / size)
                .mapToObj(group -> code.substring(size * group, Math.min(code.length(), size * group + size)))
                .toList();
    }

    static String moment(Instant at, Words words) {
        return words.text(
                "payment.moment",
                words.day(LocalDate.ofInstant(at, JAKARTA)),
                words.hour(at, JAKARTA),
                words.zone(JAKARTA));
    }
}
