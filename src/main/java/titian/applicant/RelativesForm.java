package titian.applicant;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import titian.form.Answer.Relation;
import titian.form.Answer.Relative;
import titian.form.Answer.Relatives;
import titian.form.Typing;

/** Whom to call, as typed. Of somebody abroad everything is asked or nothing. */
record RelativesForm(
        @NotEmpty(message = "{form.home-name.missing}")
        @Pattern(regexp = Typing.NAME, message = "{form.home-name.malformed}")
        @Size(max = Typing.LONGEST_NAME, message = "{form.home-name.long}")
        String homeName,

        @NotEmpty(message = "{form.home-phone.missing}")
        @Pattern(regexp = Typing.PHONE, message = "{form.home-phone.malformed}")
        String homePhone,

        String homeRelation,

        @Pattern(regexp = Typing.NAME, message = "{form.abroad-name.malformed}")
        @Size(max = Typing.LONGEST_NAME, message = "{form.abroad-name.long}")
        String abroadName,

        @Pattern(regexp = Typing.PHONE, message = "{form.abroad-phone.malformed}")
        String abroadPhone,

        String abroadRelation) {

    static final RelativesForm BLANK = new RelativesForm(null, null, null, null, null, null);

    RelativesForm(
            @Nullable String homeName,
            @Nullable String homePhone,
            @Nullable String homeRelation,
            @Nullable String abroadName,
            @Nullable String abroadPhone,
            @Nullable String abroadRelation) {
        this.homeName = Typing.capitals(homeName);
        this.homePhone = Typing.phone(homePhone);
        this.homeRelation = Typing.line(homeRelation);
        this.abroadName = Typing.capitals(abroadName);
        this.abroadPhone = Typing.phone(abroadPhone);
        this.abroadRelation = Typing.line(abroadRelation);
    }

    static RelativesForm of(Relatives said) {
        var abroad = said.abroad();
        return new RelativesForm(
                said.home().name(),
                said.home().phone(),
                said.home().relation().name(),
                abroad == null ? null : abroad.name(),
                abroad == null ? null : abroad.phone(),
                abroad == null ? null : abroad.relation().name());
    }

    void check(Errors problems) {
        Typing.mustChoose(problems, "homeRelation", Relation.class, homeRelation, "form.home-relation.missing");
        if (namesSomebodyAbroad()) {
            if (abroadName.isEmpty()) {
                problems.rejectValue("abroadName", "form.abroad-name.missing");
            }
            if (abroadPhone.isEmpty()) {
                problems.rejectValue("abroadPhone", "form.abroad-phone.missing");
            }
            Typing.mustChoose(
                    problems, "abroadRelation", Relation.class, abroadRelation, "form.abroad-relation.missing");
        }
    }

    private boolean namesSomebodyAbroad() {
        return !(abroadName + abroadPhone + abroadRelation).isEmpty();
    }

    Relatives answer() {
        var home = relative(homeName, homePhone, homeRelation);
        return new Relatives(home, namesSomebodyAbroad() ? relative(abroadName, abroadPhone, abroadRelation) : null);
    }

    private static Relative relative(String name, String phone, String relation) {
        return new Relative(name, phone, Typing.value(Relation.class, relation).orElseThrow());
    }

    @Override
    public String toString() {
        return "relatives form";
    }
}
