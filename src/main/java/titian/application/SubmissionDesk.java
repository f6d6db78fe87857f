package titian.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.application.Answer.Identity;
import titian.application.Answer.Kind;
import titian.application.Answer.Visit;
import titian.application.Stage.Draft;
import titian.application.Stage.Expired;
import titian.booking.Appointment;
import titian.booking.BookingDesk;
import titian.booking.Slot;
import titian.office.OfficeDesk;
import titian.payment.BillId;
import titian.payment.PaymentDesk;
import titian.payment.Quote;
import titian.platform.LiveEvents;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/**
 * Where a form goes in: its place held and its bill written together, or neither. Whoever paid late chooses a new time
 * here and pays nothing.
 */
@Service
class SubmissionDesk {

    /** Tariffs, bills and ages count days as the treasury does. */
    static final ZoneId TREASURY = ZoneId.of("Asia/Jakarta");

    private final Applications applications;
    private final BookingDesk booking;
    private final PaymentDesk payment;
    private final OfficeDesk offices;
    private final LiveEvents live;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SubmissionDesk(
            Applications applications,
            BookingDesk booking,
            PaymentDesk payment,
            OfficeDesk offices,
            LiveEvents live,
            ApplicationEventPublisher events,
            Clock clock) {
        this.applications = applications;
        this.booking = booking;
        this.payment = payment;
        this.offices = offices;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Hands the form in, in one transaction: the place held, the bill written, the stage moved. Handing in twice is
     * handing in once.
     *
     * @return where the application stands now
     * @throws ApplicationRefused if something is missing, another is under way, or the time or price is gone
     * @throws titian.booking.BookingRefused if the slot is full or the person holds another appointment
     */
    @Transactional
    Stage submit(ApplicationId id, AccountId account, Form form) {
        var application = applications.lock(id, account).orElseThrow(NoSuchApplication::new);
        return switch (application.stage()) {
            case Draft _ -> submitUnpaid(application, form);
            case Expired expired when expired.paidLate() -> submitPaid(application, expired.bill(), form);
            case Expired _ -> submitUnpaid(application, form);
            case Stage already -> already;
        };
    }

    private Stage submitUnpaid(PassportApplication application, Form form) {
        mayGoIn(application, form);
        var identity = form.get(Identity.class);
        var quote = quote(application, form);
        var payBy = payBy(application, form);
        var appointment = hold(application, form, payBy);
        var bill = payment.open(
                application.id(), application.account(), quote, identity.fullName(), identity.nik(), payBy);
        return move(
                application,
                application.submit(identity.nik(), appointment.id(), bill.id(), payBy, clock.instant()));
    }

    private Stage submitPaid(PassportApplication application, BillId paid, Form form) {
        mayGoIn(application, form);
        var owed = quote(application, form).amount();
        if (!payment.find(paid).orElseThrow().amount().equals(owed)) {
            throw new ApplicationRefused.PriceUnsettled(application.id());
        }
        var appointment = hold(application, form, payBy(application, form));
        booking.confirm(appointment.id());
        var scheduled = move(
                application,
                application.submitPaid(form.get(Identity.class).nik(), appointment.id(), paid, clock.instant()));
        events.publishEvent(new ApplicationScheduled(application.id()));
        return scheduled;
    }

    private void mayGoIn(PassportApplication application, Form form) {
        if (!form.isComplete()) {
            throw new ApplicationRefused.Unfinished(application.id());
        }
        if (applications.live(form.get(Identity.class).nik()).isPresent()) {
            throw new ApplicationRefused.AlreadyLive(application.id());
        }
    }

    private Quote quote(PassportApplication application, Form form) {
        var kind = form.get(Kind.class);
        return payment.quote(kind.type(), kind.validityYears(), LocalDate.ofInstant(clock.instant(), TREASURY))
                .orElseThrow(() -> new ApplicationRefused.PriceUnsettled(application.id()));
    }

    /** The policy's hold from now, but no longer than until the visit begins. */
    private Instant payBy(PassportApplication application, Form form) {
        var visit = form.get(Visit.class);
        var office = offices.find(visit.office()).orElseThrow();
        var slot = booking.slot(visit.slot())
                .filter(found -> found.office().equals(visit.office()))
                .map(Slot::startsAt)
                .orElseThrow(() -> new ApplicationRefused.TimeGone(application.id()));
        var hold = offices.policy(office.id(), LocalDate.ofInstant(slot, office.zone()))
                .orElseThrow(() -> new ApplicationRefused.TimeGone(application.id()))
                .hold();
        var end = clock.instant().plus(hold);
        return end.isBefore(slot) ? end : slot;
    }

    private Appointment hold(PassportApplication application, Form form, Instant until) {
        return booking.hold(
                form.get(Visit.class).slot(), application.id(), form.get(Identity.class).nik(), until);
    }

    private Stage move(PassportApplication from, PassportApplication to) {
        if (!applications.move(from.stage(), to)) {
            throw new IllegalStateException("a locked application was moved: " + from);
        }
        live.changed(ApplicationDesk.topic(to.id()));
        return to.stage();
    }
}
