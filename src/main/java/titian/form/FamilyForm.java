package titian.form;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import titian.form.Answer.Family;
import titian.form.Answer.MaritalStatus;

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
        Typing.mustChoose(problems, "maritalStatus", MaritalStatus.class, maritalStatus, "form.marital-status.missing");
        if (maritalStatus.equals(MaritalStatus.MARRIED.name()) && spouse.isEmpty()) {
            problems.rejectValue("spouse", "form.spouse.missing");
        }
        if (grandfatherAsked && grandfather.isEmpty()) {
            problems.rejectValue("grandfather", "form.grandfather.missing");
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
