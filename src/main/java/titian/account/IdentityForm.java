package titian.account;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import titian.registry.RegistryDesk.Person;
import titian.shared.Nik;
import titian.web.TypedDate;

/** Who an account holder says they are, as typed. It prints nothing of it. */
record IdentityForm(String name, String nik, TypedDate birthDate) {

    private static final int OLDEST = 120;
    private static final int YOUNGEST_HOLDER = 17;

    IdentityForm(@Nullable String name, @Nullable String nik, @Nullable TypedDate birthDate) {
        this.name = name == null ? "" : tidy(name);
        this.nik = nik == null ? "" : Nik.tidy(nik.strip());
        this.birthDate = Objects.requireNonNullElse(birthDate, TypedDate.BLANK);
    }

    static IdentityForm of(Person person) {
        return new IdentityForm(person.name(), person.nik().value(), TypedDate.of(person.birthDate()));
    }

    static String tidy(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }

    void check(Errors problems, LocalDate today) {
        if (name.isEmpty()) {
            problems.rejectValue("name", "refused", "account.name.empty");
        } else if (name.length() > 100 || !name.matches(RegistrationForm.NAME)) {
            problems.rejectValue("name", "refused", "account.name.malformed");
        }
        check(nik, birthDate, problems, today);
    }

    /** Whoever has an account is old enough to have an identity card. */
    static void check(String nik, TypedDate birthDate, Errors problems, LocalDate today) {
        if (nik.isEmpty()) {
            problems.rejectValue("nik", "refused", "account.nik.empty");
        } else if (!nik.matches(Nik.FORMAT)) {
            problems.rejectValue("nik", "refused", "account.nik.malformed");
        }
        var day = birthDate.date();
        if (birthDate.isBlank()) {
            problems.rejectValue("birthDate", "refused", "account.birth-date.empty");
        } else if (day.isEmpty() || day.get().isAfter(today) || day.get().isBefore(today.minusYears(OLDEST))) {
            problems.rejectValue("birthDate", "refused", "account.birth-date.malformed");
        } else if (day.get().isAfter(today.minusYears(YOUNGEST_HOLDER))) {
            problems.rejectValue("birthDate", "refused", "account.birth-date.young");
        }
    }

    Person person() {
        return new Person(new Nik(nik), name, birthDate.date().orElseThrow());
    }

    @Override
    public String toString() {
        return "an identity form";
    }
}
