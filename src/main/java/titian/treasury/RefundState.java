package titian.treasury;

import java.time.Instant;
import titian.shared.AccountId;

/**
 * How far a refund has come.
 *
 * <pre>
 * Asked ─first officer→ Endorsed ─second officer→ Ordered ─transferred→ Transferred
 *     Asked, Endorsed ─either officer→ Refused
 * </pre>
 */
public sealed interface RefundState {

    record Asked() implements RefundState {}

    /** One officer has approved; another has to. */
    record Endorsed(AccountId first, Instant at) implements RefundState {}

    /** Two officers have approved: the order stands, and the books owe the money. */
    record Ordered(AccountId first, AccountId second, String orderNumber, Instant at) implements RefundState {}

    /** The money went, under this reference of the bank's. */
    record Transferred(AccountId first, AccountId second, String orderNumber, String reference, Instant at)
            implements RefundState {}

    record Refused(AccountId by, String why, Instant at) implements RefundState {}

    /** What tables and texts call this state. */
    default String word() {
        return switch (this) {
            case Asked _ -> "ASKED";
            case Endorsed _ -> "ENDORSED";
            case Ordered _ -> "ORDERED";
            case Transferred _ -> "TRANSFERRED";
            case Refused _ -> "REFUSED";
        };
    }

    /** Whether the first approval is still open; decides both whether the button is shown and whether it works. */
    default boolean isOpenToFirst() {
        return switch (this) {
            case Asked _ -> true;
            case Endorsed _, Ordered _, Transferred _, Refused _ -> false;
        };
    }

    /** Whether this officer may approve as the second. */
    default boolean isOpenToSecond(AccountId officer, AccountId askedBy) {
        return switch (this) {
            case Endorsed endorsed -> !endorsed.first().equals(officer) && !askedBy.equals(officer);
            case Asked _, Ordered _, Transferred _, Refused _ -> false;
        };
    }

    default boolean canBeRefused() {
        return switch (this) {
            case Asked _, Endorsed _ -> true;
            case Ordered _, Transferred _, Refused _ -> false;
        };
    }

    /** Whether the payment counts no more. */
    default boolean wentBack() {
        return switch (this) {
            case Ordered _, Transferred _ -> true;
            case Asked _, Endorsed _, Refused _ -> false;
        };
    }

    default boolean waitsForTransfer() {
        return switch (this) {
            case Ordered _ -> true;
            case Asked _, Endorsed _, Transferred _, Refused _ -> false;
        };
    }
}
