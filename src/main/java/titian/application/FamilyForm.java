package titian.application;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import titian.application.Answer.Family;
import titian.application.Answer.MaritalStatus;

/** Parents and spouse, as typed. */
record FamilyForm(
        @NotEmpty(message = "{application.father.missing}")
        @Pattern(regexp = Typing.NAME, message = "{application.father.malformed}")
        @Size(max = Typing.LONGEST_NAME, message = "{application.father.long}")
        String father,

        @NotEmpty(message = "{application.mother.missing}")
        @Pattern(regexp = Typing.NAME, message = "{application.mother.malformed}")
        @Size(max = Typing.LONGEST_NAME, message = "{application.mother.long}")
        String mother,

        @Pattern(regexp = Typing.NAME, message = "{application.grandfather.malformed}")
        @Size(max = Typing.LONGEST_NAME, message = "{application.grandfather.long}")
        String grandfather,

        String maritalStatus,

        @Pattern(regexp = Typing.NAME, message = "{application.spouse.malformed}")
        @Size(max = Typing.LONGEST_NAME, message = "{application.spouse.long}")
        String spouse) {

    static final FamilyForm BLANK = new FamilyForm(null, null, null, null, null);

    FamilyForm(
            @Nullable String father,
            @Nullable String mother,
            @Nullable String grandfather,
            @Nullable String maritalStatus,
            @Nullable String spouse) {
        this.father = Typing.capitals(father);
        this.mother = Typing.capitals(mother);
        this.grandfather = Typing.capitals(grandfather);
        this.maritalStatus = Typing.line(maritalStatus);
        this.spouse = Typing.capitals(spouse);
    }

    static FamilyForm of(Family said) {
        return new FamilyForm(
                said.father(),
                said.mother(),
                said.grandfather(),
                said.maritalStatus().name(),
                said.spouse());
    }

    /** A married person has a spouse; a pilgrim's passport needs the grandfather's name. */
    void check(Errors problems, boolean grandfatherAsked) {
        Typing.mustChoose(
                problems, "maritalStatus", MaritalStatus.class, maritalStatus, "application.marital-status.missing");
        if (maritalStatus.equals(MaritalStatus.MARRIED.name()) && spouse.isEmpty()) {
            problems.rejectValue("spouse", "application.spouse.missing");
        }
        if (grandfatherAsked && grandfather.isEmpty()) {
            problems.rejectValue("grandfather", "application.grandfather.missing");
        }
    }

    Family answer() {
        var status = Typing.value(MaritalStatus.class, maritalStatus).orElseThrow();
        return new Family(
                father, mother, status, status == MaritalStatus.MARRIED ? spouse : null, Typing.orNothing(grandfather));
    }

    @Override
    public String toString() {
        return "family form";
    }
}
