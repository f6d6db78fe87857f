package titian.treasury;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import titian.payment.BillId;

/**
 * What came of comparing the books with the bills and payments themselves.
 *
 * @param bills       how many bills there are
 * @param owed        what is owed by them
 * @param received    what was received for them
 * @param imbalance   by how much entries are off zero
 * @param differences how many bills the books know otherwise, or not
 * @param first       one of those
 */
record Proof(
        Instant at,
        long bills,
        long owed,
        long received,
        long imbalance,
        long differences,
        @Nullable BillId first) {

    boolean holds() {
        return imbalance == 0 && differences == 0;
    }
}
