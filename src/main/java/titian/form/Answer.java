package titian.form;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import titian.registry.RegistryAnswer;
import titian.registry.RegistryDesk;
import titian.shared.Nik;
import titian.shared.OfficeId;
import titian.shared.PriorityGroup;
import titian.slot.SlotId;

/** The answers of one section of the form (Perdim 11), each whole and well formed. They print without what they say. */
public sealed interface Answer
        permits Answer.Identity,
                Answer.Questionnaire,
                Answer.Family,
                Answer.Relatives,
                Kind,
                Answer.PersonalData,
                Answer.Residence,
                Answer.Place,
                Answer.Visit,
                CaseAnswer {

    /** The section it answers. */
    default Section section() {
        return switch (this) {
            case Identity _ -> Section.IDENTITY;
            case Questionnaire _ -> Section.QUESTIONNAIRE;
            case Family _ -> Section.FAMILY;
            case Relatives _ -> Section.RELATIVES;
            case Kind _ -> Section.KIND;
            case PersonalData _ -> Section.PERSON;
            case Residence _ -> Section.RESIDENCE;
            case Place _ -> Section.PLACE;
            case Visit _ -> Section.VISIT;
            case CaseAnswer special -> special.page();
        };
    }

    /** Who it is for, and what the civil registry said about that. */
    record Identity(String fullName, Nik nik, LocalDate birthDate, NikCheck check) implements Answer {

        RegistryDesk.Person person() {
            return new RegistryDesk.Person(nik, fullName, birthDate);
        }

        Identity with(NikCheck newer) {
            return new Identity(fullName, nik, birthDate, newer);
        }

        @Override
        public String toString() {
            return "identity of " + nik;
        }
    }

    /**
     * What the civil registry said about the number, and whether the applicant goes on although it did not say yes.
     * What is unresolved is settled at the office.
     *
     * @param differing which fields differ from the registry's
     */
    record NikCheck(Outcome outcome, Set<RegistryAnswer.Field> differing, boolean goingOn, Instant at) {

        /** What the civil registry said. */
        public enum Outcome {
            MATCHES,
            DIFFERS,
            UNKNOWN,
            DEAD,
            DUPLICATE,
            INACTIVE,
            UNREACHABLE,
            /** An officer saw the papers: the number is this person's, whatever the registry says. */
            SETTLED;

            /** Whether the applicant may go on with the number and settle it at the office. */
            boolean canBeSettledAtTheOffice() {
                return switch (this) {
                    case DIFFERS, UNKNOWN -> true;
                    case MATCHES, DEAD, DUPLICATE, INACTIVE, UNREACHABLE, SETTLED -> false;
                };
            }
        }

        static NikCheck of(RegistryAnswer answer, Instant at) {
            return switch (answer) {
                case RegistryAnswer.Matches _ -> new NikCheck(Outcome.MATCHES, Set.of(), false, at);
                case RegistryAnswer.Differs differs -> new NikCheck(Outcome.DIFFERS, differs.fields(), false, at);
                case RegistryAnswer.Unknown _ -> new NikCheck(Outcome.UNKNOWN, Set.of(), false, at);
                case RegistryAnswer.Unreachable _ -> new NikCheck(Outcome.UNREACHABLE, Set.of(), false, at);
                case RegistryAnswer.Unusable unusable ->
                    new NikCheck(
                            switch (unusable.why()) {
                                case DEAD -> Outcome.DEAD;
                                case DUPLICATE -> Outcome.DUPLICATE;
                                case INACTIVE -> Outcome.INACTIVE;
                            },
                            Set.of(),
                            false,
                            at);
            };
        }

        NikCheck goOn() {
            return outcome.canBeSettledAtTheOffice() ? new NikCheck(outcome, differing, true, at) : this;
        }

        /** Whether the form goes on from here. */
        boolean letsGoOn() {
            return switch (outcome) {
                case MATCHES, UNREACHABLE, SETTLED -> true;
                case DIFFERS, UNKNOWN -> goingOn;
                case DEAD, DUPLICATE, INACTIVE -> false;
            };
        }

        /** Whether nothing is open any more. */
        public boolean isConfirmed() {
            return outcome == Outcome.MATCHES || outcome == Outcome.SETTLED;
        }

        /** The key of what to tell the applicant. */
        String text() {
            return "form.nik-check." + outcome;
        }
    }

    /**
     * The electronic Perdim questionnaire.
     *
     * @param oldNumber the number of an old passport, typed by somebody who says that they never had one
     */
    record Questionnaire(
            boolean hasPassport,
            @Nullable Purpose purpose,
            @Nullable StayLength stay,
            @Nullable String country,
            @Nullable String addressAbroad,
            @Nullable String oldNumber)
            implements Answer {

        /** Whether it contradicts itself: a renewal that was typed as new. */
        public boolean isCaught() {
            return !hasPassport && oldNumber != null;
        }

        /** The same of somebody who has had a passport, or of somebody who has not. */
        public Questionnaire had(boolean passport) {
            return new Questionnaire(passport, purpose, stay, country, addressAbroad, null);
        }

        @Override
        public String toString() {
            return "questionnaire";
        }
    }

    /** What the passport is for. */
    enum Purpose {
        TOURISM,
        UMRAH,
        HAJJ,
        FORMAL_WORK,
        MIGRANT_WORK,
        STUDY,
        MEDICAL_TREATMENT,
        FAMILY_VISIT;

        /** Saudi Arabia asks pilgrims for three names, so the grandfather's is taken down. */
        boolean isPilgrimage() {
            return this == UMRAH || this == HAJJ;
        }
    }

    /** How long the first stay abroad will be. */
    enum StayLength {
        UNDER_ONE_MONTH,
        UNDER_SIX_MONTHS,
        UNDER_ONE_YEAR,
        UNDER_FIVE_YEARS,
        OVER_FIVE_YEARS
    }

    /** Parents and spouse. */
    record Family(
            String father,
            String mother,
            MaritalStatus maritalStatus,
            @Nullable String spouse,
            @Nullable String grandfather,
            @Nullable String spouseNationality,
            @Nullable LocalDate spouseBirthDate)
            implements Answer {

        @Override
        public String toString() {
            return "family";
        }
    }

    /** As the identity card says it. */
    enum MaritalStatus {
        UNMARRIED,
        MARRIED,
        WIDOWED,
        DIVORCED
    }

    /** Whom to call: at home in any case, abroad if there is somebody. */
    record Relatives(Relative home, @Nullable Relative abroad) implements Answer {
        @Override
        public String toString() {
            return "relatives";
        }
    }

    /** Somebody to call. */
    record Relative(String name, String phone, Relation relation) {
        @Override
        public String toString() {
            return "relative";
        }
    }

    /** What somebody is to the applicant. */
    enum Relation {
        SPOUSE,
        PARENT,
        CHILD,
        SIBLING,
        OTHER_FAMILY,
        FRIEND
    }

    /**
     * The applicant as the identity card describes them; a child has none. No day of expiry: the card holds for life.
     *
     * @param group whether the law lets them go first, if they say so
     */
    record PersonalData(
            String birthPlace,
            Sex sex,
            int heightCm,
            String occupation,
            @Nullable LocalDate cardIssued,
            @Nullable LocalDate cardExpires,
            @Nullable PriorityGroup group)
            implements Answer {

        @Override
        public String toString() {
            return "personal data";
        }
    }

    /** As the identity card says it. */
    enum Sex {
        MALE,
        FEMALE
    }

    /** Where the applicant lives and can be called; regions by their code. */
    record Residence(
            String address,
            String province,
            String regency,
            String district,
            @Nullable String postcode,
            @Nullable String currentAddress,
            String phone)
            implements Answer {

        @Override
        public String toString() {
            return "residence";
        }
    }

    /** The office the applicant will go to: any of them, wherever they live. */
    record Place(OfficeId office) implements Answer {}

    /** The time they will come, if it is still free when the form goes in. */
    record Visit(OfficeId office, SlotId slot) implements Answer {}
}
