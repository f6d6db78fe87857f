package titian.application;

import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.shared.Act;
import titian.shared.ApplicationId;

/**
 * Where officers say what for before they see who somebody is: the audit has it before they do. Whoever asks has made
 * sure that the officer may see the application.
 */
@Service
public class UnmaskDesk {

    /** What an officer wants to see somebody for. */
    public enum Purpose {
        IDENTITY_CHECK,
        DATA_DIFFERS,
        COMPLAINT,
        OTHER
    }

    /** The longest note that is kept. */
    public static final int LONGEST = 120;

    /** A number of somebody, an address, or what no text holds. */
    private static final Pattern GIVES_AWAY = Pattern.compile("\\d{5}|@|\\p{Cntrl}");

    /** Who somebody is. It prints without giving them away. */
    public record Person(String name, String nik) {

        @Override
        public String toString() {
            return "a person";
        }
    }

    private final DraftDesk applications;
    private final ApplicationEventPublisher events;

    UnmaskDesk(DraftDesk applications, ApplicationEventPublisher events) {
        this.applications = applications;
        this.events = events;
    }

    /** Whether a note says enough for its purpose, and nothing of anybody. */
    public static boolean isGood(Purpose purpose, String note) {
        return note.length() <= LONGEST
                && !GIVES_AWAY.matcher(note).find()
                && (purpose != Purpose.OTHER || !note.isBlank());
    }

    /**
     * Tells who an application is for, once it is written down who asked and what for.
     *
     * @throws IllegalArgumentException if the note is not good
     */
    @Transactional
    public Optional<Person> unmask(ApplicationId application, Purpose purpose, String note) {
        if (!isGood(purpose, note)) {
            throw new IllegalArgumentException("the note says too little or too much");
        }
        var why = note.isBlank() ? purpose.name() : purpose.name() + ": " + note.strip();
        events.publishEvent(new Act("UNMASKED", "application", application.toString(), "", "", why));
        return applications
                .find(application)
                .map(found -> new Person(
                        found.applicant(),
                        found.nik() == null ? "" : found.nik().value()));
    }
}
