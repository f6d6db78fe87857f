package titian.occasion;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import titian.form.CaseAnswer.Parent;
import titian.form.CaseAnswer.ParentData;
import titian.form.Typing;
import titian.web.TypedDate;

/** Somebody's parents, as typed: a child's are asked for, an adult's may be told. */
record ParentDataForm(
        @Pattern(regexp = Typing.NAME, message = "{form.father-nationality.malformed}")
        @Size(max = Typing.LONGEST_NAME, message = "{form.father-nationality.long}")
        String fatherNationality,

        @Pattern(regexp = Typing.TITLE, message = "{form.father-birth-place.malformed}")
        @Size(max = Typing.LONGEST_NAME, message = "{form.father-birth-place.long}")
        String fatherBirthPlace,

        TypedDate fatherBirthDate,
        String fatherUnknown,

        @Pattern(regexp = Typing.NAME, message = "{form.mother-nationality.malformed}")
        @Size(max = Typing.LONGEST_NAME, message = "{form.mother-nationality.long}")
        String motherNationality,

        @Pattern(regexp = Typing.TITLE, message = "{form.mother-birth-place.malformed}")
        @Size(max = Typing.LONGEST_NAME, message = "{form.mother-birth-place.long}")
        String motherBirthPlace,

        TypedDate motherBirthDate,
        String motherUnknown,

        @Size(max = Typing.LONGEST_ADDRESS, message = "{form.parents-address.long}")
        String parentsAddress) {

    static final String UNKNOWN = "ya";
    static final ParentDataForm BLANK = of(new ParentData(null, null, null), "");

    private static final int OLDEST = 120;

    ParentDataForm(
            @Nullable String fatherNationality,
            @Nullable String fatherBirthPlace,
            @Nullable TypedDate fatherBirthDate,
            @Nullable String fatherUnknown,
            @Nullable String motherNationality,
            @Nullable String motherBirthPlace,
            @Nullable TypedDate motherBirthDate,
            @Nullable String motherUnknown,
            @Nullable String parentsAddress) {
        this.fatherNationality = Typing.capitals(fatherNationality);
        this.fatherBirthPlace = Typing.capitals(fatherBirthPlace);
        this.fatherBirthDate = Typing.date(fatherBirthDate);
        this.fatherUnknown = Typing.line(fatherUnknown);
        this.motherNationality = Typing.capitals(motherNationality);
        this.motherBirthPlace = Typing.capitals(motherBirthPlace);
        this.motherBirthDate = Typing.date(motherBirthDate);
        this.motherUnknown = Typing.line(motherUnknown);
        this.parentsAddress = Typing.line(parentsAddress);
    }

    static ParentDataForm of(ParentData said) {
        return of(said, UNKNOWN);
    }

    /** Most parents are citizens: so it begins. */
    private static ParentDataForm of(ParentData said, String unknown) {
        var father = said.father();
        var mother = said.mother();
        return new ParentDataForm(
                father == null ? Typing.CITIZEN : father.nationality(),
                father == null ? null : father.birthPlace(),
                father == null ? null : TypedDate.of(father.birthDate()),
                father == null ? unknown : "",
                mother == null ? Typing.CITIZEN : mother.nationality(),
                mother == null ? null : mother.birthPlace(),
                mother == null ? null : TypedDate.of(mother.birthDate()),
                mother == null ? unknown : "",
                said.address());
    }

    boolean isFatherKnown() {
        return !fatherUnknown.equals(UNKNOWN);
    }

    boolean isMotherKnown() {
        return !motherUnknown.equals(UNKNOWN);
    }

    /** An adult may leave a parent out: of whom neither place nor day of birth is typed. */
    ParentDataForm withBlanksLeftOut() {
        return new ParentDataForm(
                fatherNationality,
                fatherBirthPlace,
                fatherBirthDate,
                fatherBirthPlace.isEmpty() && fatherBirthDate.isBlank() ? UNKNOWN : fatherUnknown,
                motherNationality,
                motherBirthPlace,
                motherBirthDate,
                motherBirthPlace.isEmpty() && motherBirthDate.isBlank() ? UNKNOWN : motherUnknown,
                parentsAddress);
    }

    /** What nobody knows is not asked for; but of parents who live and must be told of, one is known. */
    void check(Errors problems, LocalDate today, boolean mayLackBoth) {
        var oldest = today.minusYears(OLDEST);
        if (isFatherKnown()) {
            mustBeSaid(problems, "fatherNationality", fatherNationality, "form.father-nationality.missing");
            mustBeSaid(problems, "fatherBirthPlace", fatherBirthPlace, "form.father-birth-place.missing");
            Typing.mustBeBetween(problems, "fatherBirthDate", fatherBirthDate, oldest, today, "form.father-birth-date");
        }
        if (isMotherKnown()) {
            mustBeSaid(problems, "motherNationality", motherNationality, "form.mother-nationality.missing");
            mustBeSaid(problems, "motherBirthPlace", motherBirthPlace, "form.mother-birth-place.missing");
            Typing.mustBeBetween(problems, "motherBirthDate", motherBirthDate, oldest, today, "form.mother-birth-date");
        }
        if (!isFatherKnown() && !isMotherKnown() && !mayLackBoth) {
            problems.rejectValue("fatherUnknown", "form.parents-unknown.both");
        }
    }

    private static void mustBeSaid(Errors problems, String field, String typed, String key) {
        if (typed.isEmpty()) {
            problems.rejectValue(field, key);
        }
    }

    ParentData answer() {
        return new ParentData(
                isFatherKnown() ? parent(fatherNationality, fatherBirthPlace, fatherBirthDate) : null,
                isMotherKnown() ? parent(motherNationality, motherBirthPlace, motherBirthDate) : null,
                Typing.orNothing(parentsAddress));
    }

    private static Parent parent(String nationality, String birthPlace, TypedDate birthDate) {
        return new Parent(nationality, birthPlace, birthDate.date().orElseThrow());
    }

    @Override
    public String toString() {
        return "parents' data form";
    }
}
