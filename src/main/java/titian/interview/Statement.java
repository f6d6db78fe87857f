package titian.interview;

import java.util.List;
import org.springframework.stereotype.Component;
import titian.application.DraftDesk;
import titian.application.Intake;
import titian.form.AnswerList;
import titian.form.Forms;
import titian.shared.ApplicationId;
import titian.web.Words;

/** What the applicant typed before coming, for whoever compares it with the originals. */
@Component
class Statement {

    private final DraftDesk applications;
    private final Forms forms;
    private final AnswerList answers;

    Statement(DraftDesk applications, Forms forms, AnswerList answers) {
        this.applications = applications;
        this.forms = forms;
        this.answers = answers;
    }

    /** Nothing if everything is handed over at the counter. Whoever asks has made sure that the officer may see it. */
    List<AnswerList.Group> of(ApplicationId application, Words words) {
        return applications
                .find(application)
                .filter(found -> found.intake() == Intake.FORM)
                .map(found -> answers.of(forms.open(found), words))
                .orElse(List.of())
                .stream()
                .filter(group -> !group.lines().isEmpty())
                .toList();
    }
}
