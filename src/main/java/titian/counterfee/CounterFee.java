package titian.counterfee;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import titian.shared.ApplicationId;
import titian.shared.Money;
import titian.shared.OfficeId;
import titian.tariff.Quote.Line;

/**
 * What an applicant pays at the counter, as it was when the form went in, in the currency the office asks for.
 *
 * @param takenAt when the office took it; nothing as long as it is owed
 */
public record CounterFee(
        ApplicationId application,
        OfficeId office,
        Money amount,
        List<Line> lines,
        @Nullable Instant takenAt) {

    public CounterFee {
        lines = List.copyOf(lines);
    }
}
