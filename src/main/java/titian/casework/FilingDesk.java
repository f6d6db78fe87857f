package titian.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.application.DraftDesk;
import titian.application.Intake;
import titian.application.PassportApplication;
import titian.application.Stage.Booked;
import titian.booking.Appointment;
import titian.booking.BookingDesk;
import titian.casework.Standing.Returned;
import titian.form.Answer.Identity;
import titian.form.Forms;
import titian.office.OfficeDesk;
import titian.seal.Seals;
import titian.shared.ApplicationId;

/** Where files are opened, follow their visit from time to time, and are closed. */
@Service
@Transactional
class FilingDesk {

    private final CaseFiles files;
    private final FileMoves moves;
    private final DraftDesk applications;
    private final Forms forms;
    private final BookingDesk booking;
    private final Seals seals;
    private final Paces paces;
    private final OfficeDesk offices;
    private final Clock clock;

    FilingDesk(
            CaseFiles files,
            FileMoves moves,
            DraftDesk applications,
            Forms forms,
            BookingDesk booking,
            Seals seals,
            Paces paces,
            OfficeDesk offices,
            Clock clock) {
        this.files = files;
        this.moves = moves;
        this.applications = applications;
        this.forms = forms;
        this.booking = booking;
        this.seals = seals;
        this.paces = paces;
        this.offices = offices;
        this.clock = clock;
    }

    /** Opens the file of an application whose papers came with its form, or has it follow the visit. */
    void follow(ApplicationId id) {
        applications
                .find(id)
                .filter(application -> application.intake() == Intake.FORM)
                .ifPresent(application -> {
                    if (application.stage() instanceof Booked booked) {
                        booking.find(booked.appointment()).ifPresent(visit -> follow(application, visit));
                    }
                });
    }

    private void follow(PassportApplication application, Appointment visit) {
        var now = clock.instant();
        var due = paces.of(visit.office(), now).due(application.speed(), now, visit.startsAt());
        var begun = new CaseFiles.Begun(
                application.id(),
                application.account(),
                visit.office(),
                application.service().name(),
                now,
                visit.startsAt(),
                due,
                person(application),
                number(application));
        if (!files.open(begun)) {
            files.lock(application.id()).ifPresent(file -> follow(file, visit, due, now));
        }
    }

    private void follow(CaseFile file, Appointment visit, Instant due, Instant now) {
        var repairBy = file.standing() instanceof Returned returned ? repairBy(returned, visit, now) : null;
        files.follow(file.application(), visit.office(), visit.startsAt(), due, repairBy);
        if (file.standing() instanceof Returned returned && !returned.repairBy().equals(repairBy)) {
            moves.mendSooner(file.application());
        }
        if (file.isOpen(FileStep.REBOOK)) {
            moves.move(file, file.rebook(due, now));
        }
    }

    /** As it was, unless the visit is before that: then by the day that is usual before such a visit. */
    private Instant repairBy(Returned returned, Appointment visit, Instant now) {
        var visitAt = visit.startsAt();
        if (!returned.repairBy().isAfter(visitAt)) {
            return returned.repairBy();
        }
        var office = offices.find(visit.office()).orElseThrow();
        var day = paces.of(office.id(), now).mendBy(office.day(now), office.day(visitAt));
        var usual = FilePages.endOf(day, office, visitAt);
        return usual.isBefore(visitAt) ? usual : visitAt;
    }

    /** People of one name born on one day have one mark, whatever their numbers. */
    private @Nullable UUID person(PassportApplication application) {
        return forms.open(application)
                .form()
                .find(Identity.class)
                .map(identity -> seals.mark(
                        "person",
                        identity.fullName().strip().toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ") + "\n"
                                + identity.birthDate()))
                .orElse(null);
    }

    private @Nullable UUID number(PassportApplication application) {
        var nik = application.nik();
        return nik == null ? null : seals.mark("nik", nik.value());
    }

    /** The civil registry has confirmed the number: what waited for that lies on the worklist again. */
    void answered(ApplicationId id) {
        files.lock(id)
                .filter(file ->
                        file.standing() instanceof Standing.Paused paused && paused.why() == Pauses.Why.DUKCAPIL)
                .ifPresent(file -> moves.move(file, file.resume(clock.instant())));
    }

    /** The visit is over, or given up: nothing more is to be checked before it. */
    void close(ApplicationId id) {
        files.lock(id)
                .filter(file -> file.isOpen(FileStep.CLOSE))
                .ifPresent(file -> moves.move(file, file.close(clock.instant())));
    }
}
