package titian.form;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import titian.form.Answer.Identity;
import titian.registry.RegistryDesk;
import titian.shared.Nik;
import titian.web.TypedDate;

/** Who the passport is for, as typed. */
record IdentityForm(
        @NotEmpty(message = "{form.full-name.missing}")
        @Pattern(regexp = Typing.NAME, message = "{form.full-name.malformed}")
        @Size(max = Typing.LONGEST_NAME, message = "{form.full-name.long}")
        String fullName,

        @NotEmpty(message = "{form.nik.missing}") String nik,

        TypedDate birthDate) {

    static final IdentityForm BLANK = new IdentityForm("", "", TypedDate.BLANK);

    private static final int OLDEST = 120;

    IdentityForm(@Nullable String fullName, @Nullable String nik, @Nullable TypedDate birthDate) {
        this.fullName = Typing.capitals(fullName);
        this.nik = Nik.tidy(Typing.line(nik));
        this.birthDate = Typing.date(birthDate);
    }

    static IdentityForm of(Identity said) {
        return new IdentityForm(said.fullName(), said.nik().value(), TypedDate.of(said.birthDate()));
    }

    boolean saysWho() {
        return !fullName.isEmpty();
    }

    /** Whether it says all of who somebody is. */
    boolean isWhole() {
        return saysWho() && nik.matches(Nik.FORMAT) && birthDate.date().isPresent();
    }

    void check(Errors problems, LocalDate today) {
        Typing.mustBeNik(problems, "nik", nik);
        Typing.mustBeBetween(problems, "birthDate", birthDate, today.minusYears(OLDEST), today, "form.birth-date");
    }

    RegistryDesk.Person person() {
        return new RegistryDesk.Person(new Nik(nik), fullName, day());
    }

    private LocalDate day() {
        return birthDate.date().orElseThrow();
    }

    @Override
    public String toString() {
        return "identity form";
    }
}
