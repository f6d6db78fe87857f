package titian.interview;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.application.ApplicationDesk;
import titian.interview.Examination.Cause;
import titian.interview.Examination.Minutes;
import titian.interview.Examination.State;
import titian.interview.Examination.Subject;
import titian.interview.Examination.View;
import titian.office.OfficeDesk;
import titian.queue.Officer;
import titian.shared.Act;
import titian.shared.ApplicationId;
import titian.shared.OfficeId;

/**
 * Where passports lost or damaged and data that differ are examined: an officer writes the minutes, the head of the
 * section an opinion, the head of the office the decision. What is decided and what it does are one transaction.
 */
@Service
@Transactional
class ExaminationDesk {

    private static final int MOST_LISTED = 50;

    private final Examinations examinations;
    private final InterviewDesk interviews;
    private final ApplicationDesk applications;
    private final OfficeDesk offices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ExaminationDesk(
            Examinations examinations,
            InterviewDesk interviews,
            ApplicationDesk applications,
            OfficeDesk offices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.examinations = examinations;
        this.interviews = interviews;
        this.applications = applications;
        this.offices = offices;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes the minutes of an examination. One that was written stays as it is.
     *
     * @throws InterviewRefused.NotHere if the applicant is not at this office's counter
     * @throws InterviewRefused.Unwritten if nothing was written
     */
    public void record(Officer officer, ApplicationId application, Subject subject, Cause cause, String minutes) {
        interviews.mustBeHere(officer, application);
        if (minutes.isBlank()) {
            throw new InterviewRefused.Unwritten(application, "berita");
        }
        var written = new Minutes(minutes.strip(), officer.account(), clock.instant());
        var examination = new Examination(application, officer.office(), subject, cause, written, new State.Recorded());
        if (examinations.add(examination)) {
            events.publishEvent(Act.of("EXAMINATION_MOVED", "application", application)
                    .from("", examination.state().name()));
        }
    }

    /**
     * The head of the section says what to make of it. The same person's second press changes nothing.
     *
     * @throws InterviewRefused.HadAPartInIt if it is who wrote the minutes
     */
    public void opine(Officer head, ApplicationId application, Outcome outcome, String why) {
        var examination = here(head, application);
        if (isBy(head, examination.state().opinionIfAny())) {
            return;
        }
        mustSay(why, application);
        var opinion = new View(outcome, why.strip(), head.account(), clock.instant());
        var next = examination.opine(opinion);
        mustMove(examinations.opine(application, opinion), examination);
        told(examination, next);
    }

    /**
     * The head of the office decides: the application goes on, is put off for months, or is refused.
     *
     * @throws InterviewRefused.HadAPartInIt if it is who wrote the minutes or the opinion
     * @throws titian.application.ApplicationRefused if the applicant is still at the counter
     */
    public void decide(Officer head, ApplicationId application, Outcome outcome, String why) {
        var examination = here(head, application);
        if (isBy(head, examination.state().decisionIfAny())) {
            return;
        }
        mustSay(why, application);
        var decision = new View(outcome, why.strip(), head.account(), clock.instant());
        var next = examination.decide(decision);
        var until = until(outcome, examination.office(), decision.at());
        mustMove(examinations.decide(application, decision, until), examination);
        switch (outcome) {
            case Outcome.Grant _ -> {}
            case Outcome.Suspend _ -> applications.suspend(application, Objects.requireNonNull(until));
            case Outcome.Refuse _ -> applications.refuse(application);
        }
        told(examination, next);
        events.publishEvent(new ExaminationDecided(application));
    }

    private @Nullable Instant until(Outcome outcome, OfficeId office, Instant from) {
        return switch (outcome) {
            case Outcome.Suspend suspend -> {
                ZoneId zone = offices.find(office).orElseThrow().zone();
                yield from.atZone(zone).plusMonths(suspend.months()).toInstant();
            }
            case Outcome.Grant _, Outcome.Refuse _ -> null;
        };
    }

    private void told(Examination before, Examination after) {
        events.publishEvent(Act.of("EXAMINATION_MOVED", "application", before.application())
                .from(before.state().name(), after.state().name()));
    }

    private static boolean isBy(Officer officer, Optional<View> view) {
        return view.filter(one -> one.officer().equals(officer.account())).isPresent();
    }

    private static void mustSay(String why, ApplicationId application) {
        if (why.isBlank()) {
            throw new InterviewRefused.Unwritten(application, "alasan");
        }
    }

    private static void mustMove(boolean moved, Examination from) {
        if (!moved) {
            throw new IllegalStateException("a locked examination was moved: " + from);
        }
    }

    /** Those that wait for an opinion or a decision here, the oldest first. */
    @Transactional(readOnly = true)
    public List<Examination> waiting(OfficeId office, ExaminationStep step) {
        return examinations.waiting(office, step, MOST_LISTED);
    }

    @Transactional(readOnly = true)
    public Optional<Examination> find(ApplicationId application, OfficeId office) {
        return examinations.find(application).filter(one -> one.office().equals(office));
    }

    /** Lets those go on whose months are over. */
    void resume(int most) {
        examinations.takeOver(clock.instant(), most).forEach(applications::resume);
    }

    private Examination here(Officer officer, ApplicationId application) {
        return examinations
                .lock(application)
                .filter(one -> one.office().equals(officer.office()))
                .orElseThrow(() -> new InterviewRefused.NotHere(application));
    }
}
