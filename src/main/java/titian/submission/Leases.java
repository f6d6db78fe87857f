package titian.submission;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import titian.application.ApplicationRefused;
import titian.application.PassportApplication;
import titian.booking.Appointment;
import titian.booking.AppointmentId;
import titian.booking.AppointmentState;
import titian.booking.BookingDesk;
import titian.booking.BookingRefused;
import titian.booking.BookingRequest;
import titian.booking.Terms;
import titian.form.Answer.Identity;
import titian.form.Answer.Visit;
import titian.form.Form;
import titian.office.OfficeDesk;
import titian.office.PaymentTime;
import titian.office.Policy;
import titian.slot.Slot;

/** Books the place of an application that is about to go in: for a few minutes, until it is claimed. */
@Component
class Leases {

    /** Longer than handing in takes, even if the program is started anew in between. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final BookingDesk booking;
    private final OfficeDesk offices;
    private final Clock clock;

    Leases(BookingDesk booking, OfficeDesk offices, Clock clock) {
        this.booking = booking;
        this.offices = offices;
        this.clock = clock;
    }

    /** Takes the place chosen in the form. A place leased before by this application and never claimed is given up. */
    AppointmentId take(PassportApplication application, Form form) {
        var request = request(application, form);
        try {
            return booking.book(request).first();
        } catch (BookingRefused.AlreadyBooked refused) {
            if (!isLeftOver(refused.existing(), application)) {
                throw refused;
            }
            booking.release(refused.existing().id());
            return booking.book(request).first();
        }
    }

    private static boolean isLeftOver(Appointment existing, PassportApplication application) {
        return existing.application().equals(application.id())
                && existing.state() == AppointmentState.HELD
                && !existing.claimed();
    }

    private BookingRequest request(PassportApplication application, Form form) {
        var slot = slot(application, form);
        var policy = policy(slot);
        var terms = Terms.heldUntil(clock.instant().plus(LEASE))
                .within(slot.office(), slot.lane(), slot.channel())
                .daysBetween(form.asked().service().makesBook() ? policy.daysBetweenApplications() : 0)
                .minimumNotice(policy.minimumNotice());
        return BookingRequest.of(
                key(application, slot),
                application.account(),
                application.id(),
                form.get(Identity.class).nik(),
                slot.id(),
                terms);
    }

    /** The same for every attempt to hand in this form at this hour, until the application has moved on. */
    private static String key(PassportApplication application, Slot slot) {
        return application.id() + " " + slot.id() + " " + application.stage().at();
    }

    /** When the office where the visit is wants its fee: before the place is certain, unless it says otherwise. */
    PaymentTime due(Form form) {
        return booking.slot(form.get(Visit.class).slot())
                .map(slot -> policy(slot).payment())
                .orElse(PaymentTime.UPFRONT);
    }

    /** The policy's hold from now, but no longer than until the visit begins. */
    Instant payBy(PassportApplication application, Form form) {
        var slot = slot(application, form);
        var end = clock.instant().plus(policy(slot).hold());
        return end.isBefore(slot.startsAt()) ? end : slot.startsAt();
    }

    private Slot slot(PassportApplication application, Form form) {
        var visit = form.get(Visit.class);
        return booking.slot(visit.slot())
                .filter(found -> found.office().equals(visit.office()))
                .orElseThrow(() -> new ApplicationRefused.TimeGone(application.id()));
    }

    private Policy policy(Slot slot) {
        var office = offices.find(slot.office()).orElseThrow();
        return offices.policy(office.id(), office.day(clock.instant()));
    }
}
