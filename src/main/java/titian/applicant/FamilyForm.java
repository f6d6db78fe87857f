package titian.applicant;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import titian.form.Answer.Family;
import titian.form.Answer.MaritalStatus;
import titian.form.Typing;
import titian.web.TypedDate;

/** Parents and spouse, as typed. */
record FamilyForm(
        @NotEmpty(message = "{form.father.missing}")
        @Pattern(regexp = Typing.NAME, message = "{form.father.malformed}")
        @Size(max = Typing.LONGEST_NAME, message = "{form.father.long}")
        String father,

        @NotEmpty(message = "{form.mother.missing}")
        @Pattern(regexp = Typing.NAME, message = "{form.mother.malformed}")
        @Size(max = Typing.LONGEST_NAME, message = "{form.mother.long}")
        String mother,

        @Pattern(regexp = Typing.NAME, message = "{form.grandfather.malformed}")
        @Size(max = Typing.LONGEST_NAME, message = "{form.grandfather.long}")
        String grandfather,

        String maritalStatus,

        @Pattern(regexp = Typing.NAME, message = "{form.spouse.malformed}")
        @Size(max = Typing.LONGEST_NAME, message = "{form.spouse.long}")
        String spouse,

        @Pattern(regexp = Typing.NAME, message = "{form.spouse-nationality.malformed}")
        @Size(max = Typing.LONGEST_NAME, message = "{form.spouse-nationality.long}")
        String spouseNationality,

        TypedDate spouseBirthDate) {

    static final FamilyForm BLANK = new FamilyForm(null, null, null, null, null, null, null);

    private static final int OLDEST = 120;

    FamilyForm(
            @Nullable String father,
            @Nullable String mother,
            @Nullable String grandfather,
            @Nullable String maritalStatus,
            @Nullable String spouse,
            @Nullable String spouseNationality,
            @Nullable TypedDate spouseBirthDate) {
        this.father = Typing.capitals(father);
        this.mother = Typing.capitals(mother);
        this.grandfather = Typing.capitals(grandfather);
        this.maritalStatus = Typing.line(maritalStatus);
        this.spouse = Typing.capitals(spouse);
        this.spouseNationality = Typing.capitals(spouseNationality);
        this.spouseBirthDate = Typing.date(spouseBirthDate);
    }

    static FamilyForm of(Family said) {
        return new FamilyForm(
                said.father(),
                said.mother(),
                said.grandfather(),
                said.maritalStatus().name(),
                said.spouse(),
                said.spouseNationality(),
                said.spouseBirthDate() == null ? null : TypedDate.of(said.spouseBirthDate()));
    }

    /** A married person has a spouse, a child none; a pilgrim's passport needs the grandfather's name. */
    void check(Errors problems, boolean child, boolean grandfatherAsked, LocalDate today) {
        if (!child) {
            Typing.mustChoose(
                    problems, "maritalStatus", MaritalStatus.class, maritalStatus, "form.marital-status.missing");
        }
        if (!spouseBirthDate.isBlank()) {
            Typing.mustBeBetween(
                    problems,
                    "spouseBirthDate",
                    spouseBirthDate,
                    today.minusYears(OLDEST),
                    today,
                    "form.spouse-birth-date");
        }
        if (isMarried() && spouse.isEmpty()) {
            problems.rejectValue("spouse", "form.spouse.missing");
        }
        if (grandfatherAsked && grandfather.isEmpty()) {
            problems.rejectValue("grandfather", "form.grandfather.missing");
        }
    }

    private boolean isMarried() {
        return maritalStatus.equals(MaritalStatus.MARRIED.name());
    }

    Family answer() {
        return new Family(
                father,
                mother,
                Typing.value(MaritalStatus.class, maritalStatus).orElse(MaritalStatus.UNMARRIED),
                isMarried() ? spouse : null,
                Typing.orNothing(grandfather),
                isMarried() ? spouseNationality.isEmpty() ? Typing.CITIZEN : spouseNationality : null,
                isMarried() ? spouseBirthDate.date().orElse(null) : null);
    }

    @Override
    public String toString() {
        return "family form";
    }
}
