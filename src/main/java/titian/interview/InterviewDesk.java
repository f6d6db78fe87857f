package titian.interview;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.application.ApplicationDesk;
import titian.booking.BookingDesk;
import titian.document.DocumentDesk;
import titian.document.DocumentKind;
import titian.document.Upload;
import titian.interview.Original.Mark;
import titian.queue.Officer;
import titian.shared.Act;
import titian.shared.ApplicationId;
import titian.shared.UploadId;

/** Where originals are looked at and conversations noted, at the counter the applicant came to. */
@Service
@Transactional
class InterviewDesk {

    /** At the counter, and after it as long as something may be added. */
    private static final Set<String> HERE = Set.of("IN_SERVICE", "INTERVIEWED");

    private final Interviews interviews;
    private final ApplicationDesk applications;
    private final BookingDesk booking;
    private final DocumentDesk documents;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    InterviewDesk(
            Interviews interviews,
            ApplicationDesk applications,
            BookingDesk booking,
            DocumentDesk documents,
            ApplicationEventPublisher events,
            Clock clock) {
        this.interviews = interviews;
        this.applications = applications;
        this.booking = booking;
        this.documents = documents;
        this.events = events;
        this.clock = clock;
    }

    /** The applicant, if they are at this office's counter or were. */
    @Transactional(readOnly = true)
    public Optional<ApplicationDesk.Summary> here(Officer officer, ApplicationId application) {
        return applications
                .summary(application)
                .filter(about -> HERE.contains(about.stage()))
                .filter(about -> about.appointment() != null
                        && booking.find(about.appointment())
                                .filter(visit -> visit.office().equals(officer.office()))
                                .isPresent());
    }

    /** The conversation, begun when it is first looked for. */
    public Interview begin(Officer officer, ApplicationId application) {
        mustBeHere(officer, application);
        interviews.begin(application, officer.office(), officer.account(), clock.instant());
        return interviews.find(application).orElseThrow();
    }

    /**
     * Saves what is typed over the version that was shown.
     *
     * @throws InterviewRefused.TypedElsewhere if something newer is there by now, or the notes stand
     */
    public Interview save(Officer officer, ApplicationId application, Typed typed) {
        mustBeHere(officer, application);
        interviews.begin(application, officer.office(), officer.account(), clock.instant());
        if (!interviews.save(application, officer.account(), typed, clock.instant())) {
            var now = interviews.find(application).orElseThrow();
            if (typed.isKeptIn(now)) {
                return now;
            }
            throw new InterviewRefused.TypedElsewhere(application);
        }
        return interviews.find(application).orElseThrow();
    }

    /**
     * Says what was found of an original, beside the file there is.
     *
     * @throws InterviewRefused.Unwritten if nothing says what differs
     */
    public void mark(Officer officer, ApplicationId application, DocumentKind kind, Mark mark, String note) {
        mustBeHere(officer, application);
        if (mark == Mark.DIFFERENT && note.isBlank()) {
            throw new InterviewRefused.Unwritten(application, Drafts.difference(kind));
        }
        var words = mark == Mark.DIFFERENT ? note.strip() : null;
        interviews.put(
                application,
                new Original(kind, upload(application, kind), mark, words, officer.account(), clock.instant()));
        events.publishEvent(Act.of("ORIGINAL_SEEN", "application", application));
    }

    private @Nullable UploadId upload(ApplicationId application, DocumentKind kind) {
        return documents.of(application).stream()
                .filter(upload -> upload.kind() == kind)
                .map(Upload::id)
                .findFirst()
                .orElse(null);
    }

    /**
     * The conversation is over and its notes stand. The second time nothing happens to them.
     *
     * @throws InterviewRefused.Unwritten if nothing was noted
     */
    public void hold(Officer officer, ApplicationId application, Typed typed) {
        var held = interviews.find(application).filter(Interview::isHeld).isPresent();
        if (held) {
            save(officer, application, typed);
            return;
        }
        var notes = typed.notes();
        if (notes == null || notes.isEmpty()) {
            throw new InterviewRefused.Unwritten(application, Question.PURPOSE.field());
        }
        save(officer, application, typed);
        if (interviews.hold(application, clock.instant())) {
            events.publishEvent(Act.of("INTERVIEW_HELD", "application", application));
        }
    }

    @Transactional(readOnly = true)
    public Map<DocumentKind, Original> originals(ApplicationId application) {
        return interviews.originals(application);
    }

    @Transactional(readOnly = true)
    public List<Upload> papers(ApplicationId application) {
        return documents.of(application);
    }

    void mustBeHere(Officer officer, ApplicationId application) {
        if (here(officer, application).isEmpty()) {
            throw new InterviewRefused.NotHere(application);
        }
    }
}
