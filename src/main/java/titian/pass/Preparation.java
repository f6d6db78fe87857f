package titian.pass;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import titian.application.ApplicationDesk;
import titian.application.DraftDesk;
import titian.application.Intake;
import titian.form.Forms;
import titian.requirement.Case;
import titian.requirement.Need;
import titian.requirement.RequirementDesk;

/** What somebody prepares for a visit: the originals to bring, and who must come along. */
@Component
class Preparation {

    private final RequirementDesk requirements;
    private final DraftDesk applications;
    private final Forms forms;

    Preparation(RequirementDesk requirements, DraftDesk applications, Forms forms) {
        this.requirements = requirements;
        this.applications = applications;
        this.forms = forms;
    }

    /** What went in before lists were kept is asked for what the service asks of everybody. */
    List<Need> needs(ApplicationDesk.Summary application) {
        return requirements
                .asked(application.id())
                .orElseGet(() -> requirements.needs(Case.of(application.requested())))
                .must();
    }

    /** The key of who comes along with a child, as its form says. */
    Optional<String> company(ApplicationDesk.Summary application) {
        return application.intake() == Intake.FORM
                ? applications
                        .find(application.id())
                        .flatMap(found -> forms.open(found).form().company())
                : Optional.empty();
    }

    /** For whoever hands everything over at the counter. */
    Pass.@Nullable AtCounter counter(ApplicationDesk.Summary application) {
        return switch (application.intake()) {
            case FORM -> null;
            case COUNTER -> new Pass.AtCounter(requirements.checklist(application.requested()), List.of());
        };
    }
}
