package titian.visit;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import titian.form.Typing;
import titian.registry.RegistryDesk;
import titian.requirement.RequestedService;
import titian.shared.Nik;
import titian.web.TypedDate;

/** Somebody who comes, as typed. */
record GuestForm(
        @NotEmpty(message = "{form.full-name.missing}")
        @Pattern(regexp = Typing.NAME, message = "{form.full-name.malformed}")
        @Size(max = Typing.LONGEST_NAME, message = "{form.full-name.long}")
        String fullName,

        @NotEmpty(message = "{form.nik.missing}") String nik,

        TypedDate birthDate,

        @Pattern(regexp = "new|replace", message = "{visit.what.missing}")
        String what) {

    static final GuestForm BLANK = new GuestForm("", "", TypedDate.BLANK, "");

    private static final int ADULT = 17;
    private static final int OLDEST = 120;

    GuestForm(@Nullable String fullName, @Nullable String nik, @Nullable TypedDate birthDate, @Nullable String what) {
        this.fullName = Typing.capitals(fullName);
        this.nik = Nik.tidy(Typing.line(nik));
        this.birthDate = Typing.date(birthDate);
        this.what = Typing.line(what);
    }

    void check(Errors problems, LocalDate today) {
        Typing.mustBeNik(problems, "nik", nik);
        Typing.mustBeBetween(problems, "birthDate", birthDate, today.minusYears(OLDEST), today, "form.birth-date");
    }

    RegistryDesk.Person person() {
        return new RegistryDesk.Person(new Nik(nik), fullName, day());
    }

    RequestedService service(LocalDate today) {
        var child = day().isAfter(today.minusYears(ADULT));
        return what.equals("new")
                ? child ? RequestedService.NEW_CHILD : RequestedService.NEW_ADULT
                : child ? RequestedService.REPLACE_CHILD : RequestedService.REPLACE_EXPIRY;
    }

    private LocalDate day() {
        return birthDate.date().orElseThrow();
    }

    @Override
    public String toString() {
        return "guest form";
    }
}
