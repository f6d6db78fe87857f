package titian.interview;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import titian.account.AccountDesk;
import titian.account.Contact;
import titian.application.ApplicationDesk;
import titian.office.OfficeDesk;
import titian.shared.AccountId;
import titian.web.Papers;
import titian.web.Words;

/** The three papers of an examination, each to be kept for years (PDF/A): minutes, opinion, decision. */
@Component
class ExaminationPapers {

    private final Papers papers;
    private final ApplicationDesk applications;
    private final AccountDesk accounts;
    private final OfficeDesk offices;

    ExaminationPapers(Papers papers, ApplicationDesk applications, AccountDesk accounts, OfficeDesk offices) {
        this.papers = papers;
        this.applications = applications;
        this.accounts = accounts;
        this.offices = offices;
    }

    /** Which paper. */
    enum Kind {
        MINUTES,
        OPINION,
        DECISION;

        String text() {
            return "interview.paper." + name();
        }

        /** Whether it can be written by now. */
        boolean isWritten(Examination of) {
            return switch (this) {
                case MINUTES -> true;
                case OPINION -> of.state().opinionIfAny().isPresent();
                case DECISION -> of.state().decisionIfAny().isPresent();
            };
        }
    }

    byte[] write(Examination examination, Kind kind, Words words) {
        var office = offices.find(examination.office()).orElseThrow();
        var model = new HashMap<String, Object>(Map.of(
                "examination",
                examination,
                "kind",
                kind,
                "words",
                words,
                "office",
                office,
                "applicant",
                applications
                        .summary(examination.application())
                        .map(ApplicationDesk.Summary::applicantName)
                        .orElse(""),
                "service",
                applications
                        .summary(examination.application())
                        .map(ApplicationDesk.Summary::service)
                        .orElse("web.service"),
                "writer",
                name(examination.minutes().officer()),
                "mark",
                papers.picture("icon-192.png")));
        examination.state().opinionIfAny().ifPresent(view -> {
            model.put("opinion", view);
            model.put("adviser", name(view.officer()));
        });
        examination.state().decisionIfAny().ifPresent(view -> {
            model.put("decision", view);
            model.put("decider", name(view.officer()));
        });
        return papers.archival("interview/examinationpaper", model);
    }

    private String name(AccountId officer) {
        return accounts.contact(officer).map(Contact::name).orElse("");
    }
}
