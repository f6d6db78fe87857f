package titian.form;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import titian.document.DocumentKind;
import titian.form.Answer.Family;
import titian.form.Answer.Identity;
import titian.form.Answer.PersonalData;
import titian.form.Answer.Place;
import titian.form.Answer.Questionnaire;
import titian.form.Answer.Visit;
import titian.form.CaseAnswer.Errands;
import titian.form.CaseAnswer.OldPassport;
import titian.form.CaseAnswer.Parents;
import titian.questionnaire.Errand;
import titian.reading.Typed;
import titian.requirement.Case;
import titian.requirement.Circumstance;
import titian.requirement.Needs;
import titian.requirement.RequestedService;

/**
 * What has been answered and handed in so far, which case that is, and what the case needs. Which pages are asked and
 * whether a step is done is worked out from the answers each time, so an earlier answer that changes what is asked later
 * opens the later step again and loses nothing.
 */
public record Form(Map<Section, Answer> answers, Set<DocumentKind> documents, Case asked, Needs needs) {

    private static final int MOST_YEARS_OF_A_CHILD = 5;

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
    public <A extends Answer> A get(Class<A> type) {
        return find(type).orElseThrow();
    }

    /** What is compared with what stands on papers, once it was typed. */
    public Optional<Typed> typed() {
        var number = find(OldPassport.class).map(OldPassport::number).orElse(null);
        return find(Identity.class).map(said -> new Typed(said.fullName(), said.nik(), said.birthDate(), number));
    }

    public boolean has(Section section) {
        return answers.containsKey(section);
    }

    public Errand errand() {
        return find(Errands.class).map(Errands::errand).orElse(Errand.PASSPORT);
    }

    public boolean isChilds() {
        return asked.has(Circumstance.MINOR);
    }

    /** Who answers for a child and comes along: the key of the sentence that says so; nothing for whoever comes alone. */
    public Optional<String> company() {
        return parents().map(said -> "form.company." + said.companion());
    }

    /** Who answers for a child, by name. */
    public Optional<String> guardian() {
        return parents().map(Parents::guardian);
    }

    private Optional<Parents> parents() {
        return find(Parents.class).filter(_ -> asks(Section.PARENTS));
    }

    /** What must be uploaded, in the order of the list. */
    Set<DocumentKind> needed() {
        return kinds(needs.slots());
    }

    /** What may be uploaded as well: what is on the list for some offices, and what was handed in before. */
    Set<DocumentKind> others() {
        var others = kinds(needs.otherSlots());
        if (find(PersonalData.class).map(PersonalData::group).isPresent()) {
            others.add(DocumentKind.BUKTI_RENTAN);
        }
        others.addAll(documents.stream().sorted().toList());
        others.removeAll(needed());
        return others;
    }

    private static Set<DocumentKind> kinds(Set<String> slots) {
        return slots.stream().map(DocumentKind::valueOf).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether this case is asked this. What may be left out, and the choice of another errand, nobody is asked. */
    public boolean asks(Section section) {
        return switch (section) {
            case IDENTITY, PLACE, VISIT -> true;
            case ERRAND -> !errand().isForTravel();
            case QUESTIONNAIRE -> errand().isForTravel();
            case OLD_PASSPORT -> errand().mayReplace() && hadPassport();
            case PARENTS, PARENT_DATA -> errand().mayReplace() && isChilds();
            case GROUP -> errand() == Errand.GROUP;
            case COLLECTOR -> errand().isForAnother();
            case CIRCUMSTANCES -> false;
            case FAMILY, RELATIVES, PERSON, RESIDENCE -> asked.service().makesBook();
            case KIND -> asked.service().makesBook() && asked.service() != RequestedService.SPLP;
        };
    }

    /** Whether this case may answer it: what it is asked, and what may be left out. */
    boolean takes(Section section) {
        return asks(section)
                || section == Section.CIRCUMSTANCES
                || (section == Section.PARENT_DATA && asks(Section.FAMILY));
    }

    /** Whether an adult may still tell of their parents. */
    public boolean mayTellOfParents() {
        return takes(Section.PARENT_DATA) && !asks(Section.PARENT_DATA) && !has(Section.PARENT_DATA);
    }

    private boolean hadPassport() {
        return errand() == Errand.ABROAD
                || find(Questionnaire.class).filter(Questionnaire::hasPassport).isPresent();
    }

    private boolean isAnswered(Section section) {
        return switch (section) {
            case IDENTITY ->
                find(Identity.class)
                        .filter(identity -> identity.check().letsGoOn())
                        .isPresent();
            case QUESTIONNAIRE ->
                find(Questionnaire.class)
                        .filter(said -> said.purpose() != null && !said.isCaught())
                        .isPresent();
            case FAMILY ->
                find(Family.class)
                        .filter(family -> !asksForGrandfather() || family.grandfather() != null)
                        .isPresent();
            case KIND ->
                find(Kind.class)
                        .filter(kind -> !isChilds() || kind.validityYears() <= MOST_YEARS_OF_A_CHILD)
                        .isPresent();
            case PERSON ->
                find(PersonalData.class)
                        .filter(person -> isChilds() || person.cardIssued() != null)
                        .isPresent();
            case VISIT ->
                find(Visit.class)
                        .filter(visit -> find(Place.class)
                                .filter(place -> place.office().equals(visit.office()))
                                .isPresent())
                        .isPresent();
            case ERRAND,
                    OLD_PASSPORT,
                    PARENTS,
                    PARENT_DATA,
                    GROUP,
                    COLLECTOR,
                    CIRCUMSTANCES,
                    RELATIVES,
                    RESIDENCE,
                    PLACE -> has(section);
        };
    }

    private Stream<Section> asked(FormStep step) {
        return Stream.of(Section.values()).filter(section -> section.step() == step && asks(section));
    }

    public boolean isDone(FormStep step) {
        return switch (step) {
            case NIK, QUESTIONNAIRE, ADDITIONAL, APPLICANT, OFFICE, TIME ->
                asked(step).allMatch(this::isAnswered);
            case DOCUMENTS -> documents.containsAll(needed());
            case CHECK, PAYMENT -> false;
        };
    }

    /** The steps of this case: what makes no book asks less and costs nothing. */
    public List<FormStep> steps() {
        return Stream.of(FormStep.values())
                .filter(step -> switch (step) {
                    case NIK, QUESTIONNAIRE, OFFICE, TIME, CHECK -> true;
                    case DOCUMENTS -> !needed().isEmpty();
                    case ADDITIONAL, APPLICANT, PAYMENT -> asked.service().makesBook();
                })
                .toList();
    }

    /** Which of its steps this is, counted from 1. */
    public int number(FormStep step) {
        return steps().indexOf(step) + 1;
    }

    /** The three-word name that pilgrims need (endorsement) takes the grandfather's. */
    public boolean asksForGrandfather() {
        return find(Questionnaire.class)
                .map(Questionnaire::purpose)
                .filter(Answer.Purpose::isPilgrimage)
                .isPresent();
    }

    /** A step is open once all before it are done. */
    public boolean isOpen(FormStep step) {
        return steps().stream().takeWhile(earlier -> earlier != step).allMatch(this::isDone);
    }

    /** The step to do now: the first that is not done, checking at the latest. */
    public FormStep now() {
        return steps().stream().filter(step -> !isDone(step)).findFirst().orElse(FormStep.CHECK);
    }

    /** Whether everything is answered and handed in. */
    public boolean isComplete() {
        return now() == FormStep.CHECK;
    }

    /** The page to go on with: within the step to do now, its first section without a whole answer. */
    public String pathNow() {
        var now = now();
        return asked(now)
                .filter(section -> !isAnswered(section))
                .findFirst()
                .map(Section::path)
                .orElse(now.path());
    }

    /** The pages of this case in their order. */
    private List<String> pages() {
        var pages = new ArrayList<String>();
        for (var step : steps()) {
            var sections = asked(step).map(Section::path).toList();
            pages.addAll(sections.isEmpty() ? List.of(step.path()) : sections);
        }
        return pages;
    }

    /** The page after this one. What is asked of nobody leads on to the next page that is. */
    String pathAfter(Section section) {
        var pages = pages();
        var at = pages.indexOf(section.path());
        return at >= 0 ? pages.get(at + 1) : section == Section.ERRAND ? Section.QUESTIONNAIRE.path() : pathNow();
    }

    /** The page before this one, or nothing for the first. */
    public String pathBefore(String path) {
        var pages = pages();
        var at = pages.indexOf(path);
        return at > 0 ? pages.get(at - 1) : at == 0 ? "" : FormStep.QUESTIONNAIRE.path();
    }

    /** The page after the papers. */
    String pathAfterDocuments() {
        var pages = pages();
        return pages.get(pages.indexOf(FormStep.DOCUMENTS.path()) + 1);
    }

    public int stepsDone() {
        return (int) steps().stream().filter(this::isDone).count();
    }
}
