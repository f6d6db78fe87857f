package titian.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
    private final Forms forms;
    private final Moves moves;
    private final BookingDesk booking;
    private final PaymentDesk payment;
    private final OfficeDesk offices;
    private final Clock clock;

    SubmissionDesk(
            Applications applications,
            Forms forms,
            Moves moves,
            BookingDesk booking,
            PaymentDesk payment,
            OfficeDesk offices,
            Clock clock) {
        this.applications = applications;
        this.forms = forms;
        this.moves = moves;
        this.booking = booking;
        this.payment = payment;
        this.offices = offices;
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
    Stage submit(ApplicationId id, AccountId account) {
        var application = applications.lock(id, account).orElseThrow(NoSuchApplication::new);
        var form = forms.open(application).form();
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
        return moves.move(
                application, application.submit(identity.nik(), appointment.id(), bill.id(), payBy, clock.instant()));
    }

    /** The payment stands for the same person and the same price. */
    private Stage submitPaid(PassportApplication application, BillId paid, Form form) {
        mayGoIn(application, form);
        var nik = form.get(Identity.class).nik();
        var owed = quote(application, form).amount();
        if (!nik.equals(application.nik())
                || !payment.find(paid).orElseThrow().amount().equals(owed)) {
            throw new ApplicationRefused.PriceUnsettled(application.id());
        }
        var appointment = hold(application, form, payBy(application, form));
        booking.confirm(appointment.id());
        return moves.move(application, application.submitPaid(nik, appointment.id(), paid, clock.instant()));
    }

    private void mayGoIn(PassportApplication application, Form form) {
        if (!form.isComplete()) {
            throw new ApplicationRefused.Unfinished(application.id());
        }
        applications.live(form.get(Identity.class).nik()).ifPresent(other -> {
            var mine = applications.find(other, application.account()).isPresent();
            throw new ApplicationRefused.AlreadyLive(mine ? other : null);
        });
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
                .hold();
        var end = clock.instant().plus(hold);
        return end.isBefore(slot) ? end : slot;
    }

    private Appointment hold(PassportApplication application, Form form, Instant until) {
        return booking.hold(
                form.get(Visit.class).slot(),
                application.id(),
                form.get(Identity.class).nik(),
                until);
    }
}
