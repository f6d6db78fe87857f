package titian.casework;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import titian.application.PassportApplication;
import titian.document.DocumentKind;
import titian.document.ReadingDesk;
import titian.form.AnswerList;
import titian.form.FormStep;
import titian.form.Forms;
import titian.reading.Difference;
import titian.requirement.Need;
import titian.requirement.RequirementDesk;
import titian.shared.ApplicationId;
import titian.web.Words;

/** What an applicant said, and was asked for: what papers are held against. */
@Component
class Statement {

    private static final Set<String> SHOWN_ELSEWHERE =
            Set.of(FormStep.DOCUMENTS.path(), FormStep.OFFICE.path(), FormStep.TIME.path());

    private final Forms forms;
    private final AnswerList answers;
    private final RequirementDesk requirements;
    private final ReadingDesk readings;

    Statement(Forms forms, AnswerList answers, RequirementDesk requirements, ReadingDesk readings) {
        this.forms = forms;
        this.answers = answers;
        this.requirements = requirements;
        this.readings = readings;
    }

    /** What the papers lie beside, and where and when the visit is, stands elsewhere on the page. */
    List<AnswerList.Group> answers(PassportApplication application, Words words) {
        return answers.of(forms.open(application), words).stream()
                .filter(group -> !SHOWN_ELSEWHERE.contains(group.path()))
                .toList();
    }

    /** What a program read on this paper otherwise than it was typed; nothing if it was not read. */
    Optional<Set<Difference>> differing(PassportApplication application, DocumentKind kind) {
        return forms.open(application)
                .form()
                .typed()
                .flatMap(typed -> Optional.ofNullable(
                        readings.differing(application.id(), typed).get(kind)));
    }

    /** What this paper was handed in for; nothing if it came unasked. */
    Optional<Need> need(ApplicationId application, DocumentKind kind) {
        return requirements.asked(application).stream()
                .flatMap(needs -> needs.all().stream())
                .filter(need -> kind.name().equals(need.slot()))
                .findFirst();
    }
}
