package titian.casework;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.application.ApplicationDesk;
import titian.booking.WithdrawalDesk;
import titian.queue.Officer;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;

/**
 * Where applications are refused before the visit: proposed by who has the file in hand, decided by somebody else. The
 * refusal, the stage and the place that comes back are one transaction.
 */
@Service
@Transactional
class RefusalDesk {

    private static final int MOST_LISTED = 50;

    private final CaseFiles files;
    private final Heads heads;
    private final FileMoves moves;
    private final ApplicationDesk applications;
    private final WithdrawalDesk booking;
    private final Clock clock;

    RefusalDesk(
            CaseFiles files,
            Heads heads,
            FileMoves moves,
            ApplicationDesk applications,
            WithdrawalDesk booking,
            Clock clock) {
        this.files = files;
        this.heads = heads;
        this.moves = moves;
        this.applications = applications;
        this.booking = booking;
        this.clock = clock;
    }

    /**
     * Holds that the application must be refused; said twice it is said once.
     *
     * @throws CaseRefused.NoGrounds if no words say why
     * @throws CaseRefused.HeldByColleague if the file is not in the officer's hand
     */
    public void propose(Officer officer, ApplicationId application, Grounds grounds) {
        var file = here(officer, application);
        if (file.standing() instanceof Standing.RefusalProposed proposed
                && proposed.officer().equals(officer.account())) {
            return;
        }
        file.mustBeOpen(FileStep.PROPOSE_REFUSAL);
        if (grounds.why().isBlank()) {
            throw new CaseRefused.NoGrounds(application);
        }
        var now = clock.instant();
        if (file.colleague(officer.account(), now) != null) {
            throw new CaseRefused.HeldByColleague(
                    application, Objects.requireNonNull(file.colleague(officer.account(), now)));
        }
        moves.move(file, file.proposeRefusal(officer.account(), grounds, now));
    }

    /**
     * A second officer holds so too: the application is refused and its place comes back. The second time nothing happens.
     *
     * @throws CaseRefused.NotASecondPerson if it is who proposed it
     * @throws titian.application.ApplicationRefused if the applicant has come meanwhile
     */
    public void refuse(Officer second, ApplicationId application) {
        var file = here(second, application);
        if (file.standing() instanceof Standing.Refused) {
            return;
        }
        moves.move(file, file.refuse(second.account(), clock.instant()));
        var visit = applications.summary(application).map(ApplicationDesk.Summary::appointment);
        applications.refuse(application);
        visit.ifPresent(booking::withdraw);
    }

    /**
     * A second officer holds otherwise: the papers are checked on.
     *
     * @throws CaseRefused.NotASecondPerson if it is who proposed it
     */
    public void decline(Officer second, ApplicationId application) {
        var file = here(second, application);
        if (!(file.standing() instanceof Standing.Waiting)) {
            moves.move(file, file.declineRefusal(second.account(), clock.instant()));
        }
    }

    /** What waits for a second person, the oldest first. */
    @Transactional(readOnly = true)
    public List<ApplicationId> proposed(OfficeId office) {
        return heads.proposed(office, MOST_LISTED);
    }

    /** What is past its deadline, or still paused shortly before the visit. */
    @Transactional(readOnly = true)
    public List<ApplicationId> late(OfficeId office) {
        return heads.late(office, MOST_LISTED);
    }

    @Transactional(readOnly = true)
    public Optional<CaseFile> find(ApplicationId application, Officer officer) {
        return files.find(application, officer.office());
    }

    private CaseFile here(Officer officer, ApplicationId application) {
        return files.lock(application)
                .filter(file -> file.office().equals(officer.office()))
                .orElseThrow(() -> new CaseRefused.NoSuchFile(application));
    }
}
