package titian.occasion;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import titian.form.CaseAnswer.Issued;
import titian.form.CaseAnswer.OldPassport;
import titian.form.Typing;
import titian.questionnaire.PassportNumber;
import titian.questionnaire.ReplacementReason;

/** The passport there was, as typed. */
record OldPassportForm(
        String reason,

        @Pattern(regexp = PassportNumber.FORMAT, message = "{form.old-number.malformed}")
        String number,

        @Pattern(regexp = "|[A-Z0-9][A-Z0-9/. -]{0,29}", message = "{form.old-register.malformed}")
        String register,

        String issued,

        @Pattern(regexp = "no|yes", message = "{form.data-differ.missing}")
        String dataDiffer) {

    static final OldPassportForm BLANK = new OldPassportForm(null, null, null, null, null);

    OldPassportForm(
            @Nullable String reason,
            @Nullable String number,
            @Nullable String register,
            @Nullable String issued,
            @Nullable String dataDiffer) {
        this.reason = Typing.line(reason);
        this.number = PassportNumber.tidy(Typing.line(number));
        this.register = Typing.capitals(register);
        this.issued = Typing.line(issued);
        this.dataDiffer = Typing.line(dataDiffer);
    }

    /** What is known of it from elsewhere: its number, and nothing else. */
    static OldPassportForm begin(@Nullable String number) {
        return new OldPassportForm(null, number, null, null, null);
    }

    static OldPassportForm of(OldPassport said) {
        return new OldPassportForm(
                said.reason().name(),
                said.number(),
                said.register(),
                said.issued().name(),
                said.dataDiffer() ? "yes" : "no");
    }

    /** Of a lost passport nobody need know the number. */
    void check(Errors problems) {
        Typing.mustChoose(problems, "reason", ReplacementReason.class, reason, "form.reason.missing");
        Typing.mustChoose(problems, "issued", Issued.class, issued, "form.issued.missing");
        var lost = Typing.value(ReplacementReason.class, reason).filter(ReplacementReason::isLoss);
        if (number.isEmpty() && lost.isEmpty()) {
            problems.rejectValue("number", "form.old-number.missing");
        }
    }

    OldPassport answer() {
        return new OldPassport(
                Typing.orNothing(number),
                Typing.orNothing(register),
                Typing.value(ReplacementReason.class, reason).orElseThrow(),
                Typing.value(Issued.class, issued).orElseThrow(),
                dataDiffer.equals("yes"));
    }

    @Override
    public String toString() {
        return "old passport form";
    }
}
