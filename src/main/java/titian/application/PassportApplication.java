package titian.application;

import static titian.application.Step.CHECK_IN;
import static titian.application.Step.EXPIRE;
import static titian.application.Step.FINISH_SERVICE;
import static titian.application.Step.MISS;
import static titian.application.Step.PAY_LATE;
import static titian.application.Step.SCHEDULE;
import static titian.application.Step.START_SERVICE;
import static titian.application.Step.SUBMIT;

import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import titian.application.Stage.Booked;
import titian.application.Stage.CheckedIn;
import titian.application.Stage.Draft;
import titian.application.Stage.Expired;
import titian.application.Stage.InService;
import titian.application.Stage.Interviewed;
import titian.application.Stage.NoShow;
import titian.application.Stage.Scheduled;
import titian.application.Stage.Submitted;
import titian.booking.AppointmentId;
import titian.payment.BillId;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Nik;

/**
 * One person's request for a passport. Immutable: every step gives a new one.
 *
 * @param nik whose passport it will be, once the form has gone in; a draft's is among its answers
 */
record PassportApplication(
        ApplicationId id,
        Reference reference,
        AccountId account,
        RequestedService service,
        Locale language,
        @Nullable Nik nik,
        Instant startedAt,
        Stage stage) {

    static PassportApplication draft(AccountId account, RequestedService service, Locale language, Instant at) {
        return new PassportApplication(
                ApplicationId.next(), Reference.next(), account, service, language, null, at, new Draft(at));
    }

    PassportApplication submit(Nik nik, AppointmentId appointment, BillId bill, Instant payBy, Instant at) {
        return take(SUBMIT, nik, new Submitted(appointment, bill, payBy, at));
    }

    /** The form goes in again with a new time, and the fee was paid before. */
    PassportApplication submitPaid(Nik nik, AppointmentId appointment, BillId paid, Instant at) {
        return take(SUBMIT, nik, new Scheduled(appointment, paid, at));
    }

    PassportApplication schedule(AppointmentId appointment, BillId paid, Instant at) {
        return take(SCHEDULE, nik, new Scheduled(appointment, paid, at));
    }

    PassportApplication expire(Instant at) {
        return follow(EXPIRE, booked -> new Expired(booked.appointment(), booked.bill(), false, at));
    }

    PassportApplication payLate(BillId paid, Instant at) {
        return follow(PAY_LATE, booked -> new Expired(booked.appointment(), paid, true, at));
    }

    PassportApplication checkIn(Instant at) {
        return follow(CHECK_IN, booked -> new CheckedIn(booked.appointment(), booked.bill(), at));
    }

    PassportApplication startService(Instant at) {
        return follow(START_SERVICE, booked -> new InService(booked.appointment(), booked.bill(), at));
    }

    PassportApplication finishService(Instant at) {
        return follow(FINISH_SERVICE, booked -> new Interviewed(booked.appointment(), booked.bill(), at));
    }

    PassportApplication miss(Instant at) {
        return follow(MISS, booked -> new NoShow(booked.appointment(), booked.bill(), at));
    }

    /** Whether the fee has been paid although the form is the applicant's to change again. */
    boolean isPaid() {
        return stage instanceof Expired expired && expired.paidLate();
    }

    /** The next stage has the visit and the bill of this one. */
    private PassportApplication follow(Step step, Function<Booked, Stage> next) {
        return switch (stage) {
            case Booked booked -> take(step, nik, next.apply(booked));
            case Draft _ -> throw new ApplicationRefused.StepNotOpen(id, stage.name(), step.name());
        };
    }

    private PassportApplication take(Step step, @Nullable Nik nik, Stage next) {
        if (!stage.open().contains(step)) {
            throw new ApplicationRefused.StepNotOpen(id, stage.name(), step.name());
        }
        return new PassportApplication(id, reference, account, service, language, nik, startedAt, next);
    }

    @Override
    public String toString() {
        return "application " + id + " " + stage.name();
    }
}
