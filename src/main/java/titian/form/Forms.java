package titian.form;

import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import titian.application.DraftDesk;
import titian.application.NoSuchApplication;
import titian.application.PassportApplication;
import titian.document.DocumentDesk;
import titian.document.Upload;
import titian.shared.ApplicationId;
import titian.shared.SignedIn;

/** Finds an application and its form for the person it belongs to, and lets them in where they may be. */
@Component
public class Forms {

    private final DraftDesk applications;
    private final AnswerSheets sheets;
    private final DocumentDesk documents;

    Forms(DraftDesk applications, AnswerSheets sheets, DocumentDesk documents) {
        this.applications = applications;
        this.sheets = sheets;
        this.documents = documents;
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

    boolean isMine(ApplicationId id, SignedIn me) {
        return applications.find(id, me.account()).isPresent();
    }

    public Opened open(ApplicationId id, SignedIn me) {
        return open(find(id, me));
    }

    public Opened open(PassportApplication application) {
        var kinds = documents.of(application.id()).stream().map(Upload::kind).collect(Collectors.toSet());
        return new Opened(application, new Form(sheets.of(application.id()), kinds));
    }

    /** Opens it at a step. Whoever may not be there yet, or no longer, is led to where they may. */
    Opened openAt(ApplicationId id, SignedIn me, FormStep step) {
        var opened = open(id, me);
        if (!opened.application().stage().isEditable() || !opened.form().isOpen(step)) {
            throw new Detour(opened.address(""));
        }
        return opened;
    }

    /** What was typed in this section and put off, else what its answers say, else nothing. */
    <T> T typed(Opened opened, Section section, Class<T> type, Supplier<T> otherwise) {
        return sheets.kept(opened.id(), section, type).orElseGet(otherwise);
    }
}
