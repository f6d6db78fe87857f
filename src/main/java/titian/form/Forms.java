package titian.form;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import titian.application.DraftDesk;
import titian.application.NoSuchApplication;
import titian.application.PassportApplication;
import titian.document.DocumentDesk;
import titian.document.Upload;
import titian.form.Answer.Identity;
import titian.payment.PaymentDesk;
import titian.requirement.RequirementDesk;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;

/** Finds an application and its form for the person it belongs to, and lets them in where they may be. */
@Component
public class Forms {

    private final DraftDesk applications;
    private final AnswerSheets sheets;
    private final DocumentDesk documents;
    private final RequirementDesk requirements;
    private final Clock clock;

    Forms(
            DraftDesk applications,
            AnswerSheets sheets,
            DocumentDesk documents,
            RequirementDesk requirements,
            Clock clock) {
        this.applications = applications;
        this.sheets = sheets;
        this.documents = documents;
        this.requirements = requirements;
        this.clock = clock;
    }

    /** An application and what has been answered in it. */
    public record Opened(PassportApplication application, Form form) {

        public ApplicationId id() {
            return application.id();
        }

        /** The address of its own page, or of one below it. */
        public String address(String path) {
            return "/permohonan/" + id() + (path.isEmpty() ? "" : "/" + path);
        }
    }

    PassportApplication find(ApplicationId id, SignedIn me) {
        return applications.find(id, me.account()).orElseThrow(NoSuchApplication::new);
    }

    public boolean isMine(ApplicationId id, SignedIn me) {
        return applications.find(id, me.account()).isPresent();
    }

    public Opened open(ApplicationId id, SignedIn me) {
        return open(find(id, me));
    }

    public Opened open(PassportApplication application) {
        var kinds = documents.of(application.id()).stream().map(Upload::kind).collect(Collectors.toSet());
        var answers = sheets.of(application.id());
        var asked = Reading.of(answers, LocalDate.ofInstant(clock.instant(), PaymentDesk.TREASURY))
                .decide();
        return new Opened(application, new Form(answers, kinds, asked, requirements.needs(asked)));
    }

    /** Opens it at a step. Whoever may not be there yet, or no longer, is led to where they may. */
    public Opened openAt(ApplicationId id, SignedIn me, FormStep step) {
        var opened = open(id, me);
        if (!opened.application().stage().isEditable() || !opened.form().isOpen(step)) {
            throw new Detour(opened.address(""));
        }
        return opened;
    }

    /** Opens it at a page that not every case is asked or may answer. */
    public Opened openAt(ApplicationId id, SignedIn me, Section section) {
        var opened = openAt(id, me, section.step());
        if (!opened.form().takes(section)) {
            throw new Detour(opened.address(""));
        }
        return opened;
    }

    /** What this person said in the latest other application of the account, if it was asked there. */
    public <A extends Answer> Optional<A> earlier(Opened opened, Section section, Class<A> type) {
        var who = opened.form().find(Identity.class).map(Identity::nik);
        return who.isEmpty()
                ? Optional.empty()
                : applications.of(opened.application().account()).stream()
                        .map(PassportApplication::id)
                        .filter(other -> !other.equals(opened.id()))
                        .map(sheets::of)
                        .filter(answers -> answers.get(Section.IDENTITY) instanceof Identity other
                                && other.nik().equals(who.get()))
                        .flatMap(answers -> Optional.ofNullable(answers.get(section)).stream())
                        .map(type::cast)
                        .findFirst();
    }

    /** The account's other applications for somebody of this name, the latest first. */
    List<PassportApplication> othersFor(Opened opened, String name) {
        return applications.of(opened.application().account()).stream()
                .filter(other -> !other.id().equals(opened.id()))
                .filter(other -> !name.isEmpty() && other.applicant().equalsIgnoreCase(name))
                .toList();
    }

    /** What was typed in this section and put off, else what its answers say, else nothing. */
    public <T> T typed(Opened opened, Section section, Class<T> type, Supplier<T> otherwise) {
        return sheets.kept(opened.id(), section, type).orElseGet(otherwise);
    }
}
