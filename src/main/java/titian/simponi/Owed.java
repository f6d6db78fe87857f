package titian.simponi;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import titian.shared.Money;
import titian.shared.Nik;
import titian.tariff.Quote.Line;

/**
 * What a code is asked for. It prints without giving the payer away.
 *
 * @param trxId what the biller calls the request: asking twice with it is asking once
 * @param nik   nothing if a code pays for several people
 */
public record Owed(
        UUID bill, String trxId, String payer, @Nullable Nik nik, Money amount, Instant payBy, List<Line> lines) {

    public Owed {
        lines = List.copyOf(lines);
    }

    @Override
    public String toString() {
        return "what is owed by bill " + bill;
    }
}
