package titian.payment;

import org.jspecify.annotations.Nullable;
import titian.shared.Money;

/**
 * What the tables say about one bill, for a proof against the books: what it asks for, whether that is still owed, and
 * what was received for it, the first time and beyond the once.
 */
public record BillStanding(
        BillId bill, Money amount, boolean owed, @Nullable Money received, Money beyond) {}
