package titian.interview;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.application.ApplicationDesk;
import titian.shared.ApplicationId;
import titian.web.Words;

/** Where one asks what the head of an office decided. Whoever asks has made sure that they may know. */
@Service
@Transactional(readOnly = true)
public class DecisionDesk {

    private final Examinations examinations;
    private final ApplicationDesk applications;
    private final ExaminationPapers papers;

    DecisionDesk(Examinations examinations, ApplicationDesk applications, ExaminationPapers papers) {
        this.examinations = examinations;
        this.applications = applications;
        this.papers = papers;
    }

    /** What was decided, in the words of a language; nothing as long as nothing is. */
    public Optional<String> said(ApplicationId application, Words words) {
        return decided(application)
                .flatMap(one -> one.state().decisionIfAny())
                .map(decision -> decision.outcome().in(words));
    }

    /** Why, in the words of who decided. */
    public Optional<String> why(ApplicationId application) {
        return decided(application).flatMap(one -> one.state().decisionIfAny()).map(Examination.View::why);
    }

    /** The decision as a paper to keep (PDF/A), in the language its applicant chose. */
    public Optional<byte[]> paper(ApplicationId application) {
        return decided(application)
                .flatMap(one -> applications
                        .summary(application)
                        .map(about -> papers.write(one, ExaminationPapers.Kind.DECISION, Words.in(about.language()))));
    }

    private Optional<Examination> decided(ApplicationId application) {
        return examinations
                .find(application)
                .filter(one -> one.state().decisionIfAny().isPresent());
    }
}
