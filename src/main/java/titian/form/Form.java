package titian.form;

import static titian.document.DocumentKind.CIVIL_PROOF;
import static titian.document.DocumentKind.KK;
import static titian.document.DocumentKind.KTP;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import titian.document.DocumentKind;
import titian.form.Answer.Family;
import titian.form.Answer.Identity;
import titian.form.Answer.Place;
import titian.form.Answer.Questionnaire;
import titian.form.Answer.Visit;

/**
 * What has been answered and handed in so far. Whether a step is done is worked out from the answers each time, so an
 * earlier answer that changes what is asked later opens the later step again and loses nothing.
 */
public record Form(Map<Section, Answer> answers, Set<DocumentKind> documents) {

    static final Set<DocumentKind> NEEDED = Set.of(KTP, KK, CIVIL_PROOF);

    public Form {
        answers = Map.copyOf(answers);
        documents = Set.copyOf(documents);
    }

    public <A extends Answer> Optional<A> find(Class<A> type) {
        return answers.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findAny();
    }

    /** An answer of a form that is filled in to the end. */
    <A extends Answer> A get(Class<A> type) {
        return find(type).orElseThrow();
    }

    boolean has(Section section) {
        return answers.containsKey(section);
    }

    public boolean isDone(FormStep step) {
        return switch (step) {
            case NIK ->
                find(Identity.class)
                        .filter(identity -> identity.check().letsGoOn())
                        .isPresent();
            case QUESTIONNAIRE ->
                find(Questionnaire.class).filter(said -> !said.hasPassport()).isPresent();
            case DOCUMENTS -> documents.containsAll(NEEDED);
            case ADDITIONAL -> isFamilyComplete() && has(Section.RELATIVES);
            case APPLICANT -> has(Section.KIND) && has(Section.PERSON) && has(Section.RESIDENCE);
            case OFFICE -> has(Section.PLACE);
            case TIME ->
                find(Visit.class)
                        .filter(visit -> find(Place.class)
                                .filter(place -> place.office().equals(visit.office()))
                                .isPresent())
                        .isPresent();
            case CHECK, PAYMENT -> false;
        };
    }

    private boolean isFamilyComplete() {
        return find(Family.class)
                .filter(family -> !asksForGrandfather() || family.grandfather() != null)
                .isPresent();
    }

    /** The three-word name that pilgrims need (endorsement) takes the grandfather's. */
    boolean asksForGrandfather() {
        return find(Questionnaire.class)
                .map(Questionnaire::purpose)
                .filter(Answer.Purpose::isPilgrimage)
                .isPresent();
    }

    /** A step is open once all before it are done. */
    public boolean isOpen(FormStep step) {
        return Stream.of(FormStep.values())
                .takeWhile(earlier -> earlier != step)
                .allMatch(this::isDone);
    }

    /** The step to do now: the first that is not done, checking at the latest. */
    public FormStep now() {
        return Stream.of(FormStep.values())
                .filter(step -> !isDone(step))
                .findFirst()
                .orElse(FormStep.CHECK);
    }

    /** Whether everything is answered and handed in. */
    boolean isComplete() {
        return now() == FormStep.CHECK;
    }

    /** The page to go on with: within the step to do now, its first section without an answer. */
    public String pathNow() {
        var now = now();
        return Stream.of(Section.values())
                .filter(section -> section.step() == now && !has(section))
                .findFirst()
                .map(Section::path)
                .orElse(now.path());
    }

    public int stepsDone() {
        return (int) Stream.of(FormStep.values()).filter(this::isDone).count();
    }
}
