package titian.casework;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.application.NoSuchApplication;
import titian.casework.Standing.Moved;
import titian.casework.Standing.Ready;
import titian.casework.Standing.Returned;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** Where an applicant hands in what went back. The place stays; what was good stays good. */
@Service
@Transactional
class RepairDesk {

    private final CaseFiles files;
    private final FileMoves moves;
    private final Folder folder;
    private final Worklist worklist;
    private final Paces paces;
    private final Deadlines deadlines;
    private final Clock clock;

    RepairDesk(
            CaseFiles files,
            FileMoves moves,
            Folder folder,
            Worklist worklist,
            Paces paces,
            Deadlines deadlines,
            Clock clock) {
        this.files = files;
        this.moves = moves;
        this.folder = folder;
        this.worklist = worklist;
        this.paces = paces;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** The papers that went back, replaced or not; nothing if none are to be mended. */
    @Transactional(readOnly = true)
    public Optional<List<Paper>> toMend(ApplicationId application, AccountId account) {
        return mine(files.find(application), account).standing() instanceof Returned
                ? Optional.of(folder.of(application).stream()
                        .filter(paper -> paper.isToMend() || paper.isReplaced())
                        .toList())
                : Optional.empty();
    }

    /**
     * Everything that went back has been replaced: the file goes to the officer who sent it back if on duty, else to
     * whoever is next. The second time nothing happens.
     *
     * @throws CaseRefused.StillBad if something has not been replaced
     */
    public void send(ApplicationId application, AccountId account) {
        var file = mine(files.lock(application), account);
        if (!(file.standing() instanceof Returned)) {
            return;
        }
        if (!folder.stillBad(application).isEmpty()) {
            throw new CaseRefused.StillBad(application);
        }
        var now = clock.instant();
        moves.move(file, file.mend(now));
        var officer = ((Moved) file.standing()).officer();
        var duty = paces.of(file.office(), now).onDuty();
        if (worklist.isOnDuty(officer, file.office(), now.minus(duty))) {
            files.claim(application, officer, now, now.plus(duty));
        }
    }

    /** A paper is another by now, or withheld: what was found ready with the one before is looked at again. */
    void changed(ApplicationId application) {
        var now = clock.instant();
        files.lock(application)
                .filter(file -> file.standing() instanceof Ready && !folder.isAllGood(application))
                .ifPresent(file -> moves.move(file, file.reopen(deadlines.anew(file, now), now)));
    }

    private static CaseFile mine(Optional<CaseFile> file, AccountId account) {
        return file.filter(found -> found.account().equals(account)).orElseThrow(NoSuchApplication::new);
    }
}
