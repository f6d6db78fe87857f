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
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import titian.application.Fee.Billed;
import titian.application.Fee.NotBilled;
import titian.application.Stage.Booked;
import titian.application.Stage.Cancelled;
import titian.application.Stage.CheckedIn;
import titian.application.Stage.Draft;
import titian.application.Stage.Expired;
import titian.application.Stage.InService;
import titian.application.Stage.Interviewed;
import titian.application.Stage.NoShow;
import titian.application.Stage.Refused;
import titian.application.Stage.Scheduled;
import titian.application.Stage.Submitted;
import titian.application.Stage.Suspended;
import titian.booking.AppointmentId;
import titian.payment.BillId;
import titian.requirement.RequestedService;
import titian.shared.AccountId;
import titian.shared.ApplicationId;
import titian.shared.Nik;
import titian.shared.Speed;

/**
 * One person's request for a passport. Immutable: every step gives a new one.
 *
 * @param speed     what was promised when the form went in
 * @param applicant the name of whose passport it will be; empty until the form says it
 * @param nik whose passport it will be, once the form has gone in; a draft's is among its answers
 */
public record PassportApplication(
        ApplicationId id,
        Reference reference,
        AccountId account,
        RequestedService service,
        Speed speed,
        Intake intake,
        Locale language,
        String applicant,
        @Nullable Nik nik,
        Instant startedAt,
        Stage stage) {

    static PassportApplication draft(AccountId account, RequestedService service, Locale language, Instant at) {
        return new PassportApplication(
                ApplicationId.next(),
                Reference.next(),
                account,
                service,
                Speed.REGULAR,
                Intake.FORM,
                language,
                "",
                null,
                at,
                new Draft(at));
    }

    /** Whoever hands everything over at the counter has nothing to fill in here: it begins with the visit. */
    static PassportApplication visit(
            ApplicationId id,
            AccountId account,
            RequestedService service,
            Locale language,
            String applicant,
            Nik nik,
            AppointmentId appointment,
            Instant at) {
        return new PassportApplication(
                id,
                Reference.next(),
                account,
                service,
                Speed.REGULAR,
                Intake.COUNTER,
                language,
                applicant,
                nik,
                at,
                new Scheduled(appointment, new NotBilled(), at));
    }

    /** The same, to be made as soon as the office promises when the form goes in. */
    public PassportApplication promised(Speed soon) {
        return new PassportApplication(
                id, reference, account, service, soon, intake, language, applicant, nik, startedAt, stage);
    }

    PassportApplication submit(Nik nik, AppointmentId appointment, BillId bill, Instant payBy, Instant at) {
        return take(SUBMIT, nik, new Submitted(appointment, bill, payBy, at));
    }

    /** The form goes in, and no bill of ours is to be paid: it costs nothing, or is paid at the office. */
    PassportApplication submitUnbilled(Nik nik, AppointmentId appointment, Instant at) {
        return take(SUBMIT, nik, new Scheduled(appointment, new NotBilled(), at));
    }

    /** The form goes in again with a new time, and the fee was paid before. */
    PassportApplication submitPaid(Nik nik, AppointmentId appointment, BillId paid, Instant at) {
        return take(SUBMIT, nik, new Scheduled(appointment, new Billed(paid), at));
    }

    PassportApplication schedule(AppointmentId appointment, BillId paid, Instant at) {
        return take(SCHEDULE, nik, new Scheduled(appointment, new Billed(paid), at));
    }

    PassportApplication expire(Instant at) {
        return follow(
                EXPIRE,
                booked -> new Expired(booked.appointment(), booked.billed().orElseThrow(), false, at));
    }

    PassportApplication payLate(BillId paid, Instant at) {
        return follow(PAY_LATE, booked -> new Expired(booked.appointment(), paid, true, at));
    }

    PassportApplication checkIn(Instant at) {
        return follow(CHECK_IN, booked -> new CheckedIn(booked.appointment(), booked.fee(), at));
    }

    PassportApplication startService(Instant at) {
        return follow(START_SERVICE, booked -> new InService(booked.appointment(), booked.fee(), at));
    }

    PassportApplication finishService(Instant at) {
        return follow(FINISH_SERVICE, booked -> new Interviewed(booked.appointment(), booked.fee(), at));
    }

    PassportApplication miss(Instant at) {
        return follow(MISS, booked -> new NoShow(booked.appointment(), booked.fee(), at));
    }

    PassportApplication cancel(Instant at) {
        return follow(CANCEL, booked -> new Cancelled(booked.appointment(), booked.fee(), at));
    }

    PassportApplication refuse(Instant at) {
        return follow(REFUSE, booked -> new Refused(booked.appointment(), booked.fee(), at));
    }

    PassportApplication suspend(Instant until, Instant at) {
        return follow(SUSPEND, booked -> new Suspended(booked.appointment(), booked.fee(), until, at));
    }

    PassportApplication resume(Instant at) {
        return follow(RESUME, booked -> new Interviewed(booked.appointment(), booked.fee(), at));
    }

    /**
     * Whether it keeps the person from having another. What came in at the counter is the office's own from there on:
     * after the visit nothing more is known of it here.
     */
    boolean isLive() {
        return stage.isLive() && !(intake == Intake.COUNTER && stage instanceof Interviewed);
    }

    /** Whether it counts among those an account has under way. */
    public boolean isUnderWay() {
        return isLive() || stage.isEditable();
    }

    /** Whether the fee has been paid although the form is the applicant's to change again. */
    public boolean isPaid() {
        return switch (stage) {
            case Expired expired -> expired.paidLate();
            case Cancelled cancelled -> cancelled.isEditable();
            case Draft _,
                    Submitted _,
                    Scheduled _,
                    CheckedIn _,
                    InService _,
                    Interviewed _,
                    Suspended _,
                    Refused _,
                    NoShow _ -> false;
        };
    }

    /** The bill that was paid although the form is the applicant's to change again. */
    public Optional<BillId> paid() {
        return isPaid() && stage instanceof Booked booked ? booked.billed() : Optional.empty();
    }

    /** What texts call the way it stands: its stage, or a finer word where that makes a difference to its applicant. */
    public String standing() {
        return switch (stage) {
            case Expired expired when expired.paidLate() -> "PAID_LATE";
            case Cancelled _ when isPaid() -> "CANCELLED_PAID";
            case Interviewed _ when intake == Intake.COUNTER -> "COUNTER." + stage.name();
            case Stage other -> other.name();
        };
    }

    /** The next stage has the visit and the fee of this one. */
    private PassportApplication follow(Step step, Function<Booked, Stage> next) {
        mustBeOpen(step);
        return switch (stage) {
            case Booked booked -> take(step, nik, next.apply(booked));
            case Draft _ -> throw new IllegalStateException("a draft has no visit to follow: " + this);
        };
    }

    private PassportApplication take(Step step, @Nullable Nik nik, Stage next) {
        mustBeOpen(step);
        return new PassportApplication(
                id, reference, account, service, speed, intake, language, applicant, nik, startedAt, next);
    }

    private void mustBeOpen(Step step) {
        if (!stage.open().contains(step)) {
            throw new ApplicationRefused.StepNotOpen(id, stage.name(), step.name());
        }
    }

    @Override
    public String toString() {
        return "application " + id + " " + stage.name();
    }
}
