package titian.application;

import static titian.application.Step.CANCEL;
import static titian.application.Step.CHECK_IN;
import static titian.application.Step.EXPIRE;
import static titian.application.Step.FINISH_SERVICE;
import static titian.application.Step.MISS;
import static titian.application.Step.PAY_LATE;
import static titian.application.Step.REFUSE;
import static titian.application.Step.RESUME;
import static titian.application.Step.SCHEDULE;
import static titian.application.Step.START_SERVICE;
import static titian.application.Step.SUBMIT;
import static titian.application.Step.SUSPEND;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import titian.application.Fee.Billed;
import titian.application.Fee.NotBilled;
import titian.booking.AppointmentId;
import titian.payment.BillId;

/**
 * How far an application has come, and what is known at that point.
 *
 * <pre>
 * Draft ─SUBMIT→ Submitted ─SCHEDULE→ Scheduled ─CHECK_IN→ CheckedIn ─START_SERVICE→ InService ─FINISH_SERVICE→ Interviewed
 * Draft, Expired ─SUBMIT→ Scheduled         (nothing to pay, or at the office)
 *                Submitted ─EXPIRE→ Expired ─SUBMIT→ Submitted
 *                                   Expired ─SCHEDULE→ Scheduled      (paid late, the place was still free)
 *                                   Expired ─PAY_LATE→ Expired, paid  (paid late, the place was gone)
 *                                   Expired, paid ─SUBMIT→ Scheduled  (a new time, nothing to pay)
 *                Scheduled, CheckedIn ─MISS→ NoShow
 *                Scheduled ─CANCEL→ Cancelled
 *                                   Cancelled, billed ─SUBMIT→ Scheduled  (a new time, nothing to pay)
 *                Interviewed ─SUSPEND→ Suspended ─RESUME→ Interviewed
 *                Scheduled, Interviewed, Suspended ─REFUSE→ Refused
 * </pre>
 *
 * <p>An application whose papers are taken in at the counter has no form and no bill: it begins as Scheduled.
 */
public sealed interface Stage {

    /** Since when. */
    Instant at();

    record Draft(Instant at) implements Stage {}

    /** A stage that has a visit, and a fee that is settled in one way or another: all but the first. */
    sealed interface Booked extends Stage {
        AppointmentId appointment();

        Fee fee();

        /** The bill that pays for it, if its fee is billed. */
        default Optional<BillId> billed() {
            return switch (fee()) {
                case Billed billed -> Optional.of(billed.bill());
                case NotBilled _ -> Optional.empty();
            };
        }
    }

    record Submitted(AppointmentId appointment, BillId bill, Instant payBy, Instant at) implements Booked {
        @Override
        public Fee fee() {
            return new Billed(bill);
        }
    }

    record Scheduled(AppointmentId appointment, Fee fee, Instant at) implements Booked {}

    record CheckedIn(AppointmentId appointment, Fee fee, Instant at) implements Booked {}

    record InService(AppointmentId appointment, Fee fee, Instant at) implements Booked {}

    record Interviewed(AppointmentId appointment, Fee fee, Instant at) implements Booked {}

    record NoShow(AppointmentId appointment, Fee fee, Instant at) implements Booked {}

    /** The head of the office put it off: nothing is issued until then. */
    record Suspended(AppointmentId appointment, Fee fee, Instant until, Instant at) implements Booked {}

    /** The office said no, and why. */
    record Refused(AppointmentId appointment, Fee fee, Instant at) implements Booked {}

    /**
     * The applicant will not come at that time, and said so. A bill of ours was paid and pays for the next time chosen;
     * without one there is nothing left to do here.
     */
    record Cancelled(AppointmentId appointment, Fee fee, Instant at) implements Booked {}

    /** The place was given back. The bill is closed, unless it was paid late: then it pays for the next time chosen. */
    record Expired(AppointmentId appointment, BillId bill, boolean paidLate, Instant at) implements Booked {
        @Override
        public Fee fee() {
            return new Billed(bill);
        }
    }

    /** The steps open from here: the whole life of an application, in one place. */
    default Set<Step> open() {
        return switch (this) {
            case Draft _ -> EnumSet.of(SUBMIT);
            case Submitted _ -> EnumSet.of(SCHEDULE, EXPIRE);
            case Expired expired when expired.paidLate() -> EnumSet.of(SUBMIT);
            case Expired _ -> EnumSet.of(SUBMIT, SCHEDULE, PAY_LATE);
            case Scheduled _ -> EnumSet.of(CHECK_IN, MISS, CANCEL, REFUSE);
            case CheckedIn _ -> EnumSet.of(START_SERVICE, MISS);
            case InService _ -> EnumSet.of(FINISH_SERVICE);
            case Cancelled cancelled when cancelled.fee() instanceof Billed -> EnumSet.of(SUBMIT);
            case Interviewed _ -> EnumSet.of(SUSPEND, REFUSE);
            case Suspended _ -> EnumSet.of(RESUME, REFUSE);
            case NoShow _, Cancelled _, Refused _ -> EnumSet.noneOf(Step.class);
        };
    }

    /** Whether the form is still the applicant's to change. */
    default boolean isEditable() {
        return open().contains(SUBMIT);
    }

    /** Whether it keeps the person from having another: everything between handing in and the end. */
    default boolean isLive() {
        return switch (this) {
            case Submitted _, Scheduled _, CheckedIn _, InService _, Interviewed _, Suspended _ -> true;
            case Draft _, Expired _, NoShow _, Cancelled _, Refused _ -> false;
        };
    }

    /** What tables, events and texts call this stage. */
    default String name() {
        return switch (this) {
            case Draft _ -> "DRAFT";
            case Submitted _ -> "SUBMITTED";
            case Scheduled _ -> "SCHEDULED";
            case CheckedIn _ -> "CHECKED_IN";
            case InService _ -> "IN_SERVICE";
            case Interviewed _ -> "INTERVIEWED";
            case Suspended _ -> "SUSPENDED";
            case Refused _ -> "REFUSED";
            case NoShow _ -> "NO_SHOW";
            case Cancelled _ -> "CANCELLED";
            case Expired _ -> "EXPIRED";
        };
    }
}
