package titian.casework;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import titian.application.ApplicationDesk;
import titian.casework.Standing.Returned;
import titian.forfeit.Forfeit;
import titian.forfeit.Forfeit.Moment;
import titian.forfeit.ForfeitDesk;
import titian.office.OfficeDesk;
import titian.shared.Act;
import titian.shared.ApplicationId;

/** Has whoever paid warned before the last day on which papers that went back can be mended (docs/adr/0079). */
@Component
class MendingAtStake {

    private final CaseFiles files;
    private final ApplicationDesk applications;
    private final OfficeDesk offices;
    private final ForfeitDesk forfeits;

    MendingAtStake(CaseFiles files, ApplicationDesk applications, OfficeDesk offices, ForfeitDesk forfeits) {
        this.files = files;
        this.applications = applications;
        this.offices = offices;
        this.forfeits = forfeits;
    }

    @EventListener
    void on(PapersReturned papers) {
        files.find(papers.application()).ifPresent(this::guard);
    }

    private void guard(CaseFile file) {
        if (file.standing() instanceof Returned returned) {
            var zone = offices.find(file.office()).orElseThrow().zone();
            applications
                    .summary(file.application())
                    .filter(about -> about.bill() != null)
                    .ifPresent(about -> forfeits.guard(
                            new Forfeit(about.id(), about.account(), Moment.REPAIR_ENDS, returned.repairBy(), zone)));
        }
    }

    /** Whatever comes after, nothing is waited for any more. */
    @EventListener
    void on(Act act) {
        if (act.what().equals("FILE_MOVED") && act.before().equals("RETURNED")) {
            forfeits.lift(ApplicationId.of(act.subject()), Moment.REPAIR_ENDS);
        }
    }
}
