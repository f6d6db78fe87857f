package titian.application;

import titian.payment.BillId;
import titian.shared.ApplicationId;

/**
 * Two bills of one application were paid, as when somebody pays the code of a bill that had been closed and then the
 * new one; or an earlier one alone, whose amount is not what it costs now. The money of this bill is the payer's to have
 * back.
 */
public record ApplicationPaidTwice(ApplicationId application, BillId bill) {}
