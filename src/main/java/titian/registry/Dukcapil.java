package titian.registry;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import titian.platform.OutsideLine;
import titian.platform.OutsideLines;
import titian.registry.RegistryDesk.Person;

/** The registry's service, as far as we use it. */
@Component
class Dukcapil {

    private static final String JSON = "application/json";
    private static final Logger LOG = LoggerFactory.getLogger(Dukcapil.class);

    /** What waiting does not mend: somebody must look at our settings or our agreement with the registry. */
    private static final Set<String> OURS_TO_MEND =
            Set.of("STATUS_REFUSED", "ACCOUNT_UNKNOWN", "ADDRESS_REFUSED", "THRESHOLD_REFUSED", "PARAMETERS_REFUSED");

    private final RegistryAccess access;
    private final OutsideLine line;

    Dukcapil(RegistryAccess access, OutsideLines lines) {
        this.access = access;
        this.line = lines.to("the civil registry");
    }

    Verdict ask(Person person) {
        try {
            var answer = line.post(access.address(), JSON, DukcapilLanguage.question(person, access));
            var verdict = DukcapilLanguage.read(answer.status(), answer.body());
            complain(verdict.outcome());
            return verdict;
        } catch (OutsideLine.Down down) {
            return Verdict.none(down.why().name());
        }
    }

    Telling tell(Person person, String mother) {
        try {
            var answer = line.post(access.recordsAddress(), JSON, RecordLanguage.question(person, access));
            var telling = RecordLanguage.read(answer.status(), answer.body(), person, mother);
            complain(telling.outcome());
            return telling;
        } catch (OutsideLine.Down down) {
            return Telling.turnedDown(Verdict.none(down.why().name()));
        }
    }

    private static void complain(String outcome) {
        if (OURS_TO_MEND.contains(outcome)) {
            LOG.error("The civil registry refuses our questions: {}", outcome);
        }
    }
}
