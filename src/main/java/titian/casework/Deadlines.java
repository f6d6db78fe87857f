package titian.casework;

import java.time.Instant;
import org.springframework.stereotype.Component;
import titian.application.DraftDesk;
import titian.application.PassportApplication;
import titian.shared.Speed;

/** By when papers are to be checked that are on the worklist anew: by the pace of their office, from now on. */
@Component
class Deadlines {

    private final Paces paces;
    private final DraftDesk applications;

    Deadlines(Paces paces, DraftDesk applications) {
        this.paces = paces;
        this.applications = applications;
    }

    Instant anew(CaseFile file, Instant now) {
        var speed = applications
                .find(file.application())
                .map(PassportApplication::speed)
                .orElse(Speed.REGULAR);
        return paces.of(file.office(), now).due(speed, now, file.visitAt());
    }
}
