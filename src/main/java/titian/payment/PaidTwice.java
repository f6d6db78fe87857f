package titian.payment;

import java.util.UUID;
import titian.shared.ApplicationId;
import titian.shared.Money;

/**
 * A bill that was paid already was paid once more: the second payment is kept beside the first and is the payer's to
 * have back. Announced inside the transaction that keeps it.
 *
 * @param surplus names the second payment
 */
public record PaidTwice(BillId bill, ApplicationId application, UUID surplus, Receipt receipt, Money amount) {}
