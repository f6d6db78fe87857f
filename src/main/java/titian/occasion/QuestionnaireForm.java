package titian.occasion;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import titian.form.Answer.Purpose;
import titian.form.Answer.Questionnaire;
import titian.form.Answer.StayLength;
import titian.form.Typing;
import titian.questionnaire.PassportNumber;

/** The electronic Perdim questionnaire, as typed. */
record QuestionnaireForm(
        @Pattern(regexp = "yes|no", message = "{form.has-passport.missing}")
        String hasPassport,

        @Pattern(regexp = PassportNumber.FORMAT, message = "{form.old-number.malformed}")
        String oldNumber,

        String purpose,
        String stay,
        String country,

        @Size(max = Typing.LONGEST_ADDRESS, message = "{form.address-abroad.long}")
        String addressAbroad) {

    static final QuestionnaireForm BLANK = new QuestionnaireForm(null, null, null, null, null, null);

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    QuestionnaireForm(
            @Nullable String hasPassport,
            @Nullable String oldNumber,
            @Nullable String purpose,
            @Nullable String stay,
            @Nullable String country,
            @Nullable String addressAbroad) {
        this.hasPassport = Typing.line(hasPassport);
        this.purpose = Typing.line(purpose);
        this.stay = Typing.line(stay);
        this.country = Typing.line(country);
        this.addressAbroad = Typing.line(addressAbroad);
        this.oldNumber = PassportNumber.tidy(Typing.line(oldNumber));
    }

    static QuestionnaireForm of(Questionnaire said) {
        return new QuestionnaireForm(
                said.hasPassport() ? "yes" : "no",
                said.oldNumber(),
                said.purpose() == null ? null : said.purpose().name(),
                said.stay() == null ? null : said.stay().name(),
                said.country(),
                said.addressAbroad());
    }

    void check(Errors problems) {
        Typing.mustChoose(problems, "purpose", Purpose.class, purpose, "form.purpose.missing");
        Typing.mustChoose(problems, "stay", StayLength.class, stay, "form.stay.missing");
        if (!country.isEmpty() && !COUNTRIES.contains(country)) {
            problems.rejectValue("country", "form.country.unknown");
        }
    }

    boolean saysHasPassport() {
        return hasPassport.equals("yes");
    }

    Questionnaire answer() {
        return new Questionnaire(
                saysHasPassport(),
                Typing.value(Purpose.class, purpose).orElse(null),
                Typing.value(StayLength.class, stay).orElse(null),
                Typing.orNothing(country),
                Typing.orNothing(addressAbroad),
                Typing.orNothing(oldNumber));
    }

    @Override
    public String toString() {
        return "questionnaire form";
    }
}
