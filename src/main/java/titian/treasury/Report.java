package titian.treasury;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import titian.payment.BillMoved.Received;
import titian.payment.PaymentDesk;
import titian.shared.Money;
import titian.treasury.Entry.What;
import titian.web.Words;

/** What the books of one office say about a period: a line for each day and currency, and what they come to. */
record Report(Period period, List<Line> lines) {

    /**
     * A day in one currency.
     *
     * @param billed   what bills were written for
     * @param closed   what nobody paid in time
     * @param received what came in, with what was paid beyond the once and what was corrected
     * @param refunded what was ordered to be given back, of either
     */
    record Line(
            LocalDate day,
            String currency,
            long bills,
            long billed,
            long closed,
            long payments,
            long received,
            long refunded) {

        long net() {
            return received - refunded;
        }

        String money(long amount, Words words) {
            return Report.money(amount, currency, words);
        }

        private Line plus(Line other) {
            return new Line(
                    day,
                    currency,
                    bills + other.bills,
                    billed + other.billed,
                    closed + other.closed,
                    payments + other.payments,
                    received + other.received,
                    refunded + other.refunded);
        }
    }

    /**
     * One payment of a day, or a correction of what was received; what was taken at the counter and what was corrected have
     * none of the numbers and no channel.
     */
    record Payment(
            What what,
            LocalDate day,
            Instant paidAt,
            String stateReceiptNumber,
            String bankTransactionNumber,
            String billingCode,
            String bank,
            String channel,
            long amount,
            String currency) {

        /** With what bank and treasury say of it. */
        Payment received(Received received) {
            return new Payment(
                    what,
                    day,
                    received.paidAt(),
                    received.stateReceiptNumber(),
                    received.bankTransactionNumber(),
                    received.billingCode(),
                    received.bank(),
                    received.channel(),
                    amount,
                    currency);
        }

        /** A correction counts for a day, not for an hour of it. */
        String hour(Words words) {
            return what == What.CORRECTED ? "–" : words.hour(paidAt, PaymentDesk.TREASURY);
        }

        String money(Words words) {
            return Report.money(amount, currency, words);
        }

        String by(Words words) {
            return switch (what) {
                case TAKEN_AT_COUNTER -> words.text("treasury.counter.channel");
                case CORRECTED -> words.text("treasury.report.corrected");
                case BILL_PAID_TWICE -> words.text("treasury.report.again", channel);
                default -> channel;
            };
        }

        List<Object> cells(Words words) {
            return List.of(
                    day,
                    hour(words),
                    stateReceiptNumber,
                    bankTransactionNumber,
                    billingCode,
                    bank,
                    by(words),
                    whole(amount, currency),
                    currency);
        }
    }

    /** The sums of each currency. */
    List<Line> totals() {
        Map<String, Line> totals = new LinkedHashMap<>();
        lines.forEach(line -> totals.merge(line.currency(), line, Line::plus));
        return new ArrayList<>(totals.values());
    }

    /** The lines as a sheet has them, the sums last. */
    Stream<List<Object>> cells(Words words) {
        return Stream.concat(
                lines.stream().map(line -> cells(line.day(), line)),
                totals().stream().map(line -> cells(words.text("treasury.report.total"), line)));
    }

    private static List<Object> cells(Object first, Line line) {
        return List.of(
                first,
                line.currency(),
                line.bills(),
                whole(line.billed(), line.currency()),
                whole(line.closed(), line.currency()),
                line.payments(),
                whole(line.received(), line.currency()),
                whole(line.refunded(), line.currency()),
                whole(line.net(), line.currency()));
    }

    private static String money(long amount, String currency, Words words) {
        var sum = words.money(new Money(Math.abs(amount), Currency.getInstance(currency)));
        return amount < 0 ? "−" + sum : sum;
    }

    /** As a sheet has an amount: in rupiah, in dollars with their cents. */
    static BigDecimal whole(long amount, String currency) {
        var whole = new Money(Math.abs(amount), Currency.getInstance(currency)).whole();
        return amount < 0 ? whole.negate() : whole;
    }
}
