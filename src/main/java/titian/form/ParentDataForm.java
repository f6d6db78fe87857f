package titian.form;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import titian.form.CaseAnswer.Parent;
import titian.form.CaseAnswer.ParentData;
import titian.web.TypedDate;

/** A child's parents, as typed. */
record ParentDataForm(
        @NotEmpty(message = "{form.father-nationality.missing}")
        @Pattern(regexp = Typing.NAME, message = "{form.father-nationality.malformed}")
        @Size(max = Typing.LONGEST_NAME, message = "{form.father-nationality.long}")
        String fatherNationality,

        @NotEmpty(message = "{form.father-birth-place.missing}")
        @Pattern(regexp = Typing.TITLE, message = "{form.father-birth-place.malformed}")
        @Size(max = Typing.LONGEST_NAME, message = "{form.father-birth-place.long}")
        String fatherBirthPlace,

        TypedDate fatherBirthDate,

        @NotEmpty(message = "{form.mother-nationality.missing}")
        @Pattern(regexp = Typing.NAME, message = "{form.mother-nationality.malformed}")
        @Size(max = Typing.LONGEST_NAME, message = "{form.mother-nationality.long}")
        String motherNationality,

        @NotEmpty(message = "{form.mother-birth-place.missing}")
        @Pattern(regexp = Typing.TITLE, message = "{form.mother-birth-place.malformed}")
        @Size(max = Typing.LONGEST_NAME, message = "{form.mother-birth-place.long}")
        String motherBirthPlace,

        TypedDate motherBirthDate,

        @Size(max = Typing.LONGEST_ADDRESS, message = "{form.parents-address.long}")
        String parentsAddress) {

    static final ParentDataForm BLANK =
            new ParentDataForm(FamilyForm.CITIZEN, null, null, FamilyForm.CITIZEN, null, null, null);

    private static final int OLDEST = 120;

    ParentDataForm(
            @Nullable String fatherNationality,
            @Nullable String fatherBirthPlace,
            @Nullable TypedDate fatherBirthDate,
            @Nullable String motherNationality,
            @Nullable String motherBirthPlace,
            @Nullable TypedDate motherBirthDate,
            @Nullable String parentsAddress) {
        this.fatherNationality = Typing.capitals(fatherNationality);
        this.fatherBirthPlace = Typing.capitals(fatherBirthPlace);
        this.fatherBirthDate = Typing.date(fatherBirthDate);
        this.motherNationality = Typing.capitals(motherNationality);
        this.motherBirthPlace = Typing.capitals(motherBirthPlace);
        this.motherBirthDate = Typing.date(motherBirthDate);
        this.parentsAddress = Typing.line(parentsAddress);
    }

    static ParentDataForm of(ParentData said) {
        return new ParentDataForm(
                said.father().nationality(),
                said.father().birthPlace(),
                TypedDate.of(said.father().birthDate()),
                said.mother().nationality(),
                said.mother().birthPlace(),
                TypedDate.of(said.mother().birthDate()),
                said.address());
    }

    void check(Errors problems, LocalDate today) {
        var oldest = today.minusYears(OLDEST);
        Typing.mustBeBetween(problems, "fatherBirthDate", fatherBirthDate, oldest, today, "form.father-birth-date");
        Typing.mustBeBetween(problems, "motherBirthDate", motherBirthDate, oldest, today, "form.mother-birth-date");
    }

    ParentData answer() {
        return new ParentData(
                new Parent(
                        fatherNationality,
                        fatherBirthPlace,
                        fatherBirthDate.date().orElseThrow()),
                new Parent(
                        motherNationality,
                        motherBirthPlace,
                        motherBirthDate.date().orElseThrow()),
                Typing.orNothing(parentsAddress));
    }

    @Override
    public String toString() {
        return "parents' data form";
    }
}
