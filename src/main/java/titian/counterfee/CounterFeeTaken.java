package titian.counterfee;

import java.time.Instant;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Money;
import titian.shared.OfficeId;

/** An office took a fee at its counter. Announced inside the transaction that notes it. */
public record CounterFeeTaken(ApplicationId application, OfficeId office, Money amount, Instant at, AccountId by) {}
