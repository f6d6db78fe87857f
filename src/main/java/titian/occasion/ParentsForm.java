package titian.occasion;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import titian.form.CaseAnswer.Companion;
import titian.form.CaseAnswer.Household;
import titian.form.CaseAnswer.Parents;
import titian.form.Typing;
import titian.questionnaire.Childhood;
import titian.shared.Nik;

/** Who is responsible for a child, as typed. */
record ParentsForm(
        String childhood,
        String household,

        @Pattern(regexp = "no|yes", message = "{form.parent-passport.missing}")
        String passport,

        String companion,

        @NotEmpty(message = "{form.guardian.missing}")
        @Pattern(regexp = Typing.NAME, message = "{form.guardian.malformed}")
        @Size(max = Typing.LONGEST_NAME, message = "{form.guardian.long}")
        String guardian,

        String guardianNik,

        @NotEmpty(message = "{form.guardian-phone.missing}")
        @Pattern(regexp = Typing.PHONE, message = "{form.guardian-phone.malformed}")
        String guardianPhone) {

    static final ParentsForm BLANK = new ParentsForm(null, null, null, null, null, null, null);

    ParentsForm(
            @Nullable String childhood,
            @Nullable String household,
            @Nullable String passport,
            @Nullable String companion,
            @Nullable String guardian,
            @Nullable String guardianNik,
            @Nullable String guardianPhone) {
        this.childhood = Typing.line(childhood);
        this.household = Typing.line(household);
        this.passport = Typing.line(passport);
        this.companion = Typing.line(companion);
        this.guardian = Typing.capitals(guardian);
        this.guardianNik = Nik.tidy(Typing.line(guardianNik));
        this.guardianPhone = Typing.phone(guardianPhone);
    }

    static ParentsForm of(Parents said) {
        return new ParentsForm(
                said.childhood().name(),
                said.household().name(),
                said.passport() ? "yes" : "no",
                said.companion().name(),
                said.guardian(),
                said.guardianNik(),
                said.guardianPhone());
    }

    /** Begins with whoever keeps the account: mostly a parent. */
    static ParentsForm begin(@Nullable String phone) {
        return new ParentsForm(Childhood.ORDINARY.name(), null, null, null, null, null, phone);
    }

    /** A child whose parents died comes with a guardian; no dead parent comes along. */
    void check(Errors problems) {
        Typing.mustChoose(problems, "childhood", Childhood.class, childhood, "form.childhood.missing");
        Typing.mustChoose(problems, "household", Household.class, household, "form.household.missing");
        Typing.mustChoose(problems, "companion", Companion.class, companion, "form.companion.missing");
        Typing.mustBeNik(problems, "guardianNik", guardianNik);
        var orphaned = household.equals(Household.BOTH_DIED.name());
        if (orphaned && (companion.equals(Companion.FATHER.name()) || companion.equals(Companion.MOTHER.name()))) {
            problems.rejectValue("companion", "form.companion.died");
        }
    }

    Parents answer() {
        return new Parents(
                Typing.value(Childhood.class, childhood).orElseThrow(),
                Typing.value(Household.class, household).orElseThrow(),
                Typing.value(Companion.class, companion).orElseThrow(),
                passport.equals("yes"),
                guardian,
                Typing.orNothing(guardianNik),
                guardianPhone);
    }

    @Override
    public String toString() {
        return "parents form";
    }
}
