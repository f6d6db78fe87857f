package titian.applicant;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import titian.form.Answer.Identity;
import titian.form.Answer.PersonalData;
import titian.form.Answer.Sex;
import titian.form.Typing;
import titian.registry.RegistryRecord;
import titian.shared.PriorityGroup;
import titian.web.TypedDate;

/** The applicant as the identity card describes them, as typed. */
record PersonForm(
        @NotEmpty(message = "{form.birth-place.missing}")
        @Pattern(regexp = Typing.TITLE, message = "{form.birth-place.malformed}")
        @Size(max = Typing.LONGEST_NAME, message = "{form.birth-place.long}")
        String birthPlace,

        String sex,

        @Pattern(regexp = "1[0-9]{2}|2[0-4][0-9]|250|[5-9][0-9]", message = "{form.height.malformed}")
        String height,

        @NotEmpty(message = "{form.occupation.missing}")
        @Pattern(regexp = Typing.TITLE, message = "{form.occupation.malformed}")
        @Size(max = Typing.LONGEST_NAME, message = "{form.occupation.long}")
        String occupation,

        TypedDate cardIssued,

        @Pattern(regexp = "|lifetime|until", message = "{form.card-validity.missing}")
        String cardValidity,

        TypedDate cardExpires,
        String group) {

    private static final LocalDate FIRST_CARDS = LocalDate.of(1990, 1, 1);
    private static final LocalDate FAR_AWAY = LocalDate.of(2100, 1, 1);

    PersonForm(
            @Nullable String birthPlace,
            @Nullable String sex,
            @Nullable String height,
            @Nullable String occupation,
            @Nullable TypedDate cardIssued,
            @Nullable String cardValidity,
            @Nullable TypedDate cardExpires,
            @Nullable String group) {
        this.birthPlace = Typing.capitals(birthPlace);
        this.sex = Typing.line(sex);
        this.height = Typing.line(height);
        this.occupation = Typing.capitals(occupation);
        this.cardIssued = Typing.date(cardIssued);
        this.cardValidity = Typing.line(cardValidity);
        this.cardExpires = Typing.date(cardExpires);
        this.group = Typing.line(group);
    }

    static PersonForm of(PersonalData said) {
        return new PersonForm(
                said.birthPlace(),
                said.sex().name(),
                String.valueOf(said.heightCm()),
                said.occupation(),
                said.cardIssued() == null ? TypedDate.BLANK : TypedDate.of(said.cardIssued()),
                said.cardIssued() == null ? "" : said.cardExpires() == null ? "lifetime" : "until",
                said.cardExpires() == null ? TypedDate.BLANK : TypedDate.of(said.cardExpires()),
                said.group() == null ? null : said.group().name());
    }

    /** Begins with what the number tells: a woman's day of birth counts from 41. */
    static PersonForm begin(Identity identity) {
        var woman = identity.nik().value().charAt(6) >= '4';
        return new PersonForm(null, (woman ? Sex.FEMALE : Sex.MALE).name(), null, null, null, null, null, null);
    }

    /** Whether it lacks something that the civil registry has. */
    boolean lacksRecorded() {
        return birthPlace.isEmpty() || occupation.isEmpty();
    }

    /** The same with what it lacks as the civil registry has it; what was typed stays. */
    PersonForm filledFrom(RegistryRecord record) {
        return new PersonForm(
                birthPlace.isEmpty() ? record.birthPlace() : birthPlace,
                sex,
                height,
                occupation.isEmpty() ? record.occupation() : occupation,
                cardIssued,
                cardValidity,
                cardExpires,
                group);
    }

    /** A child has no identity card to tell about; who goes first by age is as old as that. */
    void check(Errors problems, boolean child, LocalDate birthDate, LocalDate today) {
        priorityGroup()
                .filter(one -> !one.mayHold(birthDate, today))
                .ifPresent(one -> problems.rejectValue("group", "form.priority.not." + one));
        Typing.mustChoose(problems, "sex", Sex.class, sex, "form.sex.missing");
        if (!child) {
            checkCard(problems, today);
        }
    }

    private void checkCard(Errors problems, LocalDate today) {
        Typing.mustBeBetween(problems, "cardIssued", cardIssued, FIRST_CARDS, today, "form.card-issued");
        if (cardValidity.isEmpty()) {
            problems.rejectValue("cardValidity", "form.card-validity.missing");
        }
        if (cardValidity.equals("until")) {
            Typing.mustBeBetween(problems, "cardExpires", cardExpires, today, FAR_AWAY, "form.card-expires");
        }
    }

    private Optional<PriorityGroup> priorityGroup() {
        return PriorityGroup.of(group);
    }

    PersonalData answer() {
        return new PersonalData(
                birthPlace,
                Typing.value(Sex.class, sex).orElseThrow(),
                Integer.parseInt(height),
                occupation,
                cardIssued.date().orElse(null),
                cardValidity.equals("until") ? cardExpires.date().orElse(null) : null,
                priorityGroup().orElse(null));
    }

    @Override
    public String toString() {
        return "person form";
    }
}
