package titian.form;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import titian.questionnaire.Childhood;
import titian.questionnaire.Errand;
import titian.questionnaire.ReplacementReason;
import titian.requirement.Circumstance;
import titian.shared.Nik;

/** The answers of pages that not every case is asked. They print without what they say. */
public sealed interface CaseAnswer extends Answer {

    /** The section it answers. */
    default Section page() {
        return switch (this) {
            case Errands _ -> Section.ERRAND;
            case OldPassport _ -> Section.OLD_PASSPORT;
            case Parents _ -> Section.PARENTS;
            case ParentData _ -> Section.PARENT_DATA;
            case Group _ -> Section.GROUP;
            case Collector _ -> Section.COLLECTOR;
            case Circumstances _ -> Section.CIRCUMSTANCES;
        };
    }

    /** What else than a passport is wanted, if so. */
    record Errands(Errand errand) implements CaseAnswer {}

    /**
     * The passport there was.
     *
     * @param number absent if it is lost and nobody remembers
     * @param register the number under which the office keeps its papers
     * @param dataDiffer whether something is not as it says
     */
    record OldPassport(
            @Nullable String number,
            @Nullable String register,
            ReplacementReason reason,
            Issued issued,
            boolean dataDiffer)
            implements CaseAnswer {

        @Override
        public String toString() {
            return "old passport";
        }
    }

    /** Where and when a passport was issued, as far as it makes a difference. */
    enum Issued {
        AT_HOME,
        BEFORE_2009,
        ABROAD
    }

    /**
     * Who is responsible for a child, and who comes along.
     *
     * @param passport whether a parent has one
     */
    record Parents(
            Childhood childhood,
            Household household,
            Companion companion,
            boolean passport,
            String guardian,
            @Nullable String guardianNik,
            String guardianPhone)
            implements CaseAnswer {

        @Override
        public String toString() {
            return "parents";
        }
    }

    /** How a child's parents stand to each other: it decides who signs their statement. */
    enum Household {
        TOGETHER,
        DIVORCED,
        ONE_DIED,
        BOTH_DIED,
        ONE_MISSING
    }

    /** Who comes to the office with a child. */
    enum Companion {
        FATHER,
        MOTHER,
        GUARDIAN,
        OTHER
    }

    /**
     * A child's parents as the form asks for them.
     *
     * @param father  nothing if nobody knows: not every certificate of birth names one
     * @param address if it is not the child's
     */
    record ParentData(
            @Nullable Parent father,
            @Nullable Parent mother,
            @Nullable String address) implements CaseAnswer {
        @Override
        public String toString() {
            return "parents' data";
        }
    }

    /** A parent without the name, which is asked for of everybody. */
    record Parent(String nationality, String birthPlace, LocalDate birthDate) {
        @Override
        public String toString() {
            return "parent";
        }
    }

    /** A group to which officers shall come. */
    record Group(String name, String place, int people) implements CaseAnswer {}

    /** Who fetches somebody else's passport. */
    record Collector(String name, Nik nik, String phone) implements CaseAnswer {
        @Override
        public String toString() {
            return "collector";
        }
    }

    /** What is so in this case and makes further papers necessary. */
    record Circumstances(Set<Circumstance> hold) implements CaseAnswer {}
}
