package titian.submission;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import titian.application.ApplicationRefused;
import titian.application.DraftDesk;
import titian.application.NoSuchApplication;
import titian.application.PassportApplication;
import titian.application.Stage;
import titian.application.Stage.Cancelled;
import titian.application.Stage.Draft;
import titian.application.Stage.Expired;
import titian.booking.AppointmentId;
import titian.booking.BookingDesk;
import titian.form.Answer.Identity;
import titian.form.Form;
import titian.form.Forms;
import titian.office.PaymentTime;
import titian.payment.Bill;
import titian.payment.BillId;
import titian.payment.PaymentDesk;
import titian.requirement.RequirementDesk;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Speed;
import titian.tariff.Quote;

/**
 * Where a form goes in. The place is booked first, as a lease of a few minutes; then, in one transaction, it is claimed,
 * its bill is written and the stage moves: all of it or nothing. Should the program die in between, handing in again
 * finds the same lease, and one that nobody comes back for runs out by itself. Whoever paid late or cancelled chooses a
 * new time here and pays nothing.
 */
@Service
public class SubmissionDesk {

    private final DraftDesk drafts;
    private final Forms forms;
    private final Leases leases;
    private final BookingDesk booking;
    private final PaymentDesk payment;
    private final Prices prices;
    private final RequirementDesk requirements;
    private final TransactionOperations transaction;
    private final Clock clock;

    SubmissionDesk(
            DraftDesk drafts,
            Forms forms,
            Leases leases,
            BookingDesk booking,
            PaymentDesk payment,
            Prices prices,
            RequirementDesk requirements,
            TransactionOperations transaction,
            Clock clock) {
        this.drafts = drafts;
        this.forms = forms;
        this.leases = leases;
        this.booking = booking;
        this.payment = payment;
        this.prices = prices;
        this.requirements = requirements;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Hands the form in at today's price, whatever it was a moment ago. */
    public Stage submit(ApplicationId id, AccountId account) {
        return submit(id, account, null);
    }

    /**
     * Hands the form in. Handing in twice is handing in once.
     *
     * @param agreed the price that the applicant has seen, as it was written
     * @return where the application stands now
     * @throws ApplicationRefused if something is missing, another is under way, or the time or price is gone
     * @throws titian.booking.BookingRefused if the slot is full or the person holds another appointment
     */
    Stage submit(ApplicationId id, AccountId account, @Nullable String agreed) {
        var draft = drafts.find(id, account).orElseThrow(NoSuchApplication::new);
        if (!draft.stage().isEditable()) {
            return draft.stage();
        }
        var form = forms.open(draft).form();
        mayGoIn(draft, form);
        var application = draft.promised(prices.speed(form));
        if (!Prices.isFree(form) && !application.isPaid()) {
            agree(application, quote(application, form), agreed);
        }
        application.paid().ifPresent(paid -> standFor(application, paid, form));
        var appointment = leases.take(application, form);
        return Objects.requireNonNull(transaction.execute(_ -> settle(id, account, appointment, agreed, false)));
    }

    /**
     * In one transaction, the caller's: whoever comes second finds it done.
     *
     * @param agreed  the price that the applicant has seen, as it was written, if they were shown one
     * @param isThere whether the applicant is at the office already: then a fee not paid before is paid there
     */
    Stage settle(
            ApplicationId id, AccountId account, AppointmentId appointment, @Nullable String agreed, boolean isThere) {
        var locked = drafts.lock(id, account).orElseThrow(NoSuchApplication::new);
        var form = forms.open(locked).form();
        if (!locked.stage().isEditable()) {
            return locked.stage();
        }
        requirements.fix(locked.id(), form.needs());
        var application = promised(locked, form);
        return switch (application.stage()) {
            case Draft _ when Prices.isFree(form) -> submitFree(application, form, appointment);
            case Draft _ -> submitUnpaid(application, form, appointment, agreed, isThere);
            case Expired expired when expired.paidLate() -> submitPaid(application, expired.bill(), form, appointment);
            case Expired _ -> submitUnpaid(application, form, appointment, agreed, isThere);
            case Cancelled cancelled
            when cancelled.isEditable() ->
                submitPaid(application, cancelled.billed().orElseThrow(), form, appointment);
            case Stage already -> already;
        };
    }

    /** Who paid for a regular passport, though they wished for the same day, has paid for a regular one at any hour. */
    private PassportApplication promised(PassportApplication application, Form form) {
        return application.isPaid() && application.speed() == Speed.REGULAR
                ? application
                : application.promised(prices.speed(form));
    }

    /** What costs nothing, or is paid at the office, has no bill: the visit is certain at once. */
    private Stage submitUnpaid(
            PassportApplication application,
            Form form,
            AppointmentId appointment,
            @Nullable String agreed,
            boolean isThere) {
        mayGoIn(application, form);
        var identity = form.get(Identity.class);
        var quote = quote(application, form);
        agree(application, quote, agreed);
        var due = isThere && !quote.isFree() ? PaymentTime.AT_OFFICE : due(form, quote);
        if (due != PaymentTime.UPFRONT) {
            if (due == PaymentTime.AT_OFFICE) {
                prices.fixAtCounter(application.id(), form, quote);
            }
            claim(application, appointment, clock.instant());
            booking.confirm(appointment);
            return drafts.submitUnbilled(application, identity.nik(), appointment);
        }
        var payBy = leases.payBy(application, form);
        claim(application, appointment, payBy);
        var bill = payment.open(
                application.id(), application.account(), quote, identity.fullName(), identity.nik(), payBy);
        return drafts.submit(application, identity.nik(), appointment, bill.id(), payBy);
    }

    /** What makes no book costs nothing and is certain at once. */
    private Stage submitFree(PassportApplication application, Form form, AppointmentId appointment) {
        mayGoIn(application, form);
        claim(application, appointment, clock.instant());
        booking.confirm(appointment);
        return drafts.submitUnbilled(application, form.get(Identity.class).nik(), appointment);
    }

    private Stage submitPaid(PassportApplication application, BillId paid, Form form, AppointmentId appointment) {
        mayGoIn(application, form);
        standFor(application, paid, form);
        var nik = form.get(Identity.class).nik();
        claim(application, appointment, clock.instant());
        booking.confirm(appointment);
        return drafts.submitPaid(application, nik, appointment, paid);
    }

    /** The payment stands for the same person and the same thing, at its price on the day of the bill. */
    private void standFor(PassportApplication application, BillId paid, Form form) {
        var owed = prices.of(form, application.speed(), payment.openedAt(paid)).map(Quote::amount);
        var isSame = form.get(Identity.class).nik().equals(application.nik())
                && owed.equals(payment.find(paid).map(Bill::amount));
        if (!isSame) {
            throw new ApplicationRefused.PriceUnsettled(application.id());
        }
    }

    private void claim(PassportApplication application, AppointmentId appointment, Instant until) {
        if (!booking.claim(appointment, until)) {
            throw new ApplicationRefused.TimeGone(application.id());
        }
    }

    private void mayGoIn(PassportApplication application, Form form) {
        if (!form.isComplete()) {
            throw new ApplicationRefused.Unfinished(application.id());
        }
        drafts.refuseIfAnotherIsLive(application, form.get(Identity.class).nik());
    }

    /** A price that is another than was seen goes on no bill: the applicant sees it first. */
    private static void agree(PassportApplication application, Quote quote, @Nullable String agreed) {
        if (agreed != null && !agreed.equals(quote.amount().toString())) {
            throw new ApplicationRefused.PriceChanged(application.id());
        }
    }

    /** What is asked for in another currency than the state's billing knows is paid at the mission. */
    PaymentTime due(Form form, Quote quote) {
        if (quote.isFree()) {
            return PaymentTime.NONE;
        }
        return quote.amount().isRupiah() ? leases.due(form) : PaymentTime.AT_OFFICE;
    }

    private Quote quote(PassportApplication application, Form form) {
        return prices.of(form, application.speed(), clock.instant())
                .orElseThrow(() -> new ApplicationRefused.PriceUnsettled(application.id()));
    }
}
