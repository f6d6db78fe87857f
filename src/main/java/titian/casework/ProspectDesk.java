package titian.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.casework.Prospect.Fault;
import titian.casework.Prospect.State;
import titian.casework.Standing.Closed;
import titian.casework.Standing.Paused;
import titian.casework.Standing.Ready;
import titian.casework.Standing.RefusalProposed;
import titian.casework.Standing.Refused;
import titian.casework.Standing.Repaired;
import titian.casework.Standing.Returned;
import titian.casework.Standing.Waiting;
import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** Where one asks how somebody's papers stand before the visit. Whoever asks has made sure that they may know. */
@Service
@Transactional(readOnly = true)
public class ProspectDesk {

    private final CaseFiles files;
    private final Folder folder;
    private final Clock clock;

    ProspectDesk(CaseFiles files, Folder folder, Clock clock) {
        this.files = files;
        this.folder = folder;
        this.clock = clock;
    }

    /** Nothing if nobody checks papers for it, or the visit is over. */
    public Optional<Prospect> of(ApplicationId application) {
        return files.find(application).flatMap(this::prospect);
    }

    /** Those of the account's applications whose papers are to be mended, what is most urgent first. */
    public List<Prospect> toMend(AccountId account) {
        return files.toMend(account).stream()
                .flatMap(file -> prospect(file).stream())
                .toList();
    }

    private Optional<Prospect> prospect(CaseFile file) {
        var id = file.application();
        var papers = folder.of(id);
        return switch (file.standing()) {
            case Returned returned -> Optional.of(toMend(id, papers, returned.repairBy()));
            // Nothing is ready by what was said of another paper, or of one that turned out infected since.
            case Ready _
            when papers.stream().allMatch(Paper::isGood) ->
                Optional.of(new Prospect(id, State.READY, List.of(), null, false));
            case Waiting _, Repaired _, Paused _, RefusalProposed _, Ready _ ->
                Optional.of(new Prospect(id, State.CHECKING, List.of(), null, false));
            case Refused refused ->
                Optional.of(new Prospect(id, State.REFUSED, List.of(ground(refused.grounds())), null, false));
            case Closed _ -> Optional.empty();
        };
    }

    private Prospect toMend(ApplicationId id, List<Paper> papers, Instant by) {
        return new Prospect(
                id, State.TO_MEND, faults(papers), by, !clock.instant().isBefore(by));
    }

    private static Fault ground(Grounds grounds) {
        return new Fault("casework.ground", grounds.ground().text(), grounds.why(), false);
    }

    private static List<Fault> faults(List<Paper> papers) {
        return papers.stream()
                .filter(paper -> paper.isToMend() || paper.isReplaced())
                .map(paper -> new Fault(paper.text(), paper.fault(), paper.note(), paper.isReplaced()))
                .toList();
    }
}
