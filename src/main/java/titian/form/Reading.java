package titian.form;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import titian.form.Answer.Identity;
import titian.form.Answer.Questionnaire;
import titian.form.CaseAnswer.Circumstances;
import titian.form.CaseAnswer.Companion;
import titian.form.CaseAnswer.Errands;
import titian.form.CaseAnswer.Household;
import titian.form.CaseAnswer.Issued;
import titian.form.CaseAnswer.OldPassport;
import titian.form.CaseAnswer.Parents;
import titian.questionnaire.Childhood;
import titian.questionnaire.Errand;
import titian.questionnaire.Situation;
import titian.requirement.Circumstance;
import titian.requirement.RequestedService;

/** What the answers of a form say about the case. Which service that makes, the questionnaire decides. */
final class Reading {

    private static final int ADULT = 17;
    private static final int NAMES_OF_A_PILGRIM = 3;

    private final Map<Section, Answer> answers;
    private final LocalDate today;

    private Reading(Map<Section, Answer> answers, LocalDate today) {
        this.answers = answers;
        this.today = today;
    }

    static Situation of(Map<Section, Answer> answers, LocalDate today) {
        return new Reading(answers, today).situation();
    }

    static boolean isChild(LocalDate birthDate, LocalDate today) {
        return birthDate.isAfter(today.minusYears(ADULT));
    }

    private Situation situation() {
        var asked = find(Questionnaire.class, Section.QUESTIONNAIRE);
        return new Situation(
                find(Errands.class, Section.ERRAND).map(Errands::errand).orElse(Errand.PASSPORT),
                find(Identity.class, Section.IDENTITY)
                        .filter(identity -> isChild(identity.birthDate(), today))
                        .isPresent(),
                asked.filter(Questionnaire::hasPassport).isPresent(),
                find(OldPassport.class, Section.OLD_PASSPORT)
                        .map(OldPassport::reason)
                        .orElse(null),
                find(Parents.class, Section.PARENTS).map(Parents::childhood).orElse(Childhood.ORDINARY),
                asked.map(Reading::additions).orElse(Set.of()),
                circumstances());
    }

    private static Set<RequestedService> additions(Questionnaire said) {
        var purpose = said.purpose();
        return purpose == null
                ? Set.of()
                : switch (purpose) {
                    case UMRAH -> Set.of(RequestedService.UMRAH);
                    case HAJJ -> Set.of(RequestedService.HAJJ);
                    case MIGRANT_WORK -> Set.of(RequestedService.CPMI);
                    case TOURISM, FORMAL_WORK, STUDY, MEDICAL_TREATMENT, FAMILY_VISIT -> Set.of();
                };
    }

    /** What followed from an answer that is not asked any more does not count. */
    private Set<Circumstance> circumstances() {
        var some = EnumSet.noneOf(Circumstance.class);
        find(Circumstances.class, Section.CIRCUMSTANCES).ifPresent(said -> some.addAll(said.hold()));
        find(Identity.class, Section.IDENTITY)
                .filter(identity -> identity.fullName().split(" ").length < NAMES_OF_A_PILGRIM)
                .ifPresent(_ -> some.add(Circumstance.SHORT_NAME));
        find(OldPassport.class, Section.OLD_PASSPORT).ifPresent(said -> add(said, some));
        find(Parents.class, Section.PARENTS).ifPresent(said -> add(said, some));
        return some;
    }

    private static void add(OldPassport said, Set<Circumstance> some) {
        if (said.issued() != Issued.AT_HOME) {
            some.add(Circumstance.OLD_OR_FOREIGN_PASSPORT);
        }
        if (said.dataDiffer()) {
            some.add(Circumstance.DATA_DIFFER);
        }
    }

    private static void add(Parents said, Set<Circumstance> some) {
        if (said.passport()) {
            some.add(Circumstance.PARENT_HAS_PASSPORT);
        }
        if (said.household() == Household.ONE_DIED) {
            some.add(Circumstance.PARENT_DIED);
        }
        if (said.household() == Household.BOTH_DIED) {
            some.add(Circumstance.ORPHANED);
        }
        if (said.companion() == Companion.GUARDIAN) {
            some.add(Circumstance.GUARDIAN);
        }
        if (said.companion() == Companion.OTHER) {
            some.add(Circumstance.PARENT_ABSENT);
        }
    }

    private <A extends Answer> Optional<A> find(Class<A> type, Section section) {
        return Optional.ofNullable(answers.get(section)).map(type::cast);
    }
}
