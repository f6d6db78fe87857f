package titian.reconciliation;

import static java.time.temporal.ChronoUnit.DAYS;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import titian.reconciliation.Line.Item;
import titian.treasury.Booked;

/**
 * A payment that a line nobody recognised may be about: how near its amount, its day and its numbers are, of a hundred.
 */
record Suggestion(Booked booked, int nearness) {

    private static final int SHOWN = 3;
    private static final int FOR_THE_AMOUNT = 40;
    private static final int FOR_THE_DAY = 24;
    private static final int FOR_THE_NUMBERS = 36;

    /** The likeliest first. */
    static List<Suggestion> of(Item line, List<Booked> candidates) {
        return candidates.stream()
                .distinct()
                .map(booked -> new Suggestion(booked, scored(line, booked)))
                .sorted(Comparator.comparingInt(Suggestion::nearness).reversed())
                .limit(SHOWN)
                .toList();
    }

    private static int scored(Item line, Booked booked) {
        var amount = line.amount() == booked.amount() ? FOR_THE_AMOUNT : 0;
        var apart = Math.abs(DAYS.between(line.day(), booked.day()));
        var day = (int) Math.max(0, FOR_THE_DAY - 6 * apart);
        var numbers = Stream.of(
                        likeness(line.stateReceiptNumber(), booked.stateReceiptNumber()),
                        likeness(line.bankTransactionNumber(), booked.bankTransactionNumber()),
                        likeness(line.billingCode(), booked.billingCode()))
                .max(Comparator.naturalOrder())
                .orElse(0.0);
        return amount + day + (int) Math.round(FOR_THE_NUMBERS * numbers);
    }

    /** One for the same, less for each letter that would have to be changed, nothing for half of them. */
    static double likeness(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        var changes = changes(one, other) / (double) Math.max(one.length(), other.length());
        return Math.max(0, 1 - 2 * changes);
    }

    private static int changes(String one, String other) {
        var before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            var now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                var swap = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(swap, Math.min(before[j], now[j - 1]) + 1);
            }
            before = now;
        }
        return before[other.length()];
    }
}
