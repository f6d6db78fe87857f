package titian.application;

import titian.payment.BillId;

/** How the fee of an application that has a visit is settled. */
sealed interface Fee {

    /** By a bill of ours, before the visit. */
    record Billed(BillId bill) implements Fee {}

    /** Not with us: at the office's counter, or there is nothing to pay. */
    record NotBilled() implements Fee {}
}
