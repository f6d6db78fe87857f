package titian.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import titian.phone.Carrier;
import titian.registry.RegistryDesk.Person;
import titian.shared.Nik;
import titian.web.TypedDate;
import titian.web.Words;

/** What a person typed to get an account. It prints nothing of it. */
record RegistrationForm(
        String once,

        @NotBlank(message = "{account.name.empty}")
        @Size(max = 100, message = "{account.name.long}")
        @Pattern(regexp = "|" + NAME, message = "{account.name.malformed}")
        String name,

        String nik,

        TypedDate birthDate,

        String via,

        @Pattern(regexp = "|" + EmailAddress.FORMAT, message = "{account.email.malformed}")
        String email,

        @NotBlank(message = "{account.phone.empty}")
        @Pattern(regexp = "|" + Phone.FORMAT, message = "{account.phone.malformed}")
        String phone,

        String password,

        @Pattern(regexp = CONSENT, message = "{account.consent.missing}")
        String consent) {

    /** That the code goes to the address. */
    static final String BY_EMAIL = "EMAIL";

    /** The version of the privacy notice agreed to by ticking. */
    static final String CONSENT = Registration.NOTICE;

    static final String NAME = "[\\p{L}\\p{M}'’`][\\p{L}\\p{M} .,'’`/()-]*";

    RegistrationForm(
            @Nullable String once,
            @Nullable String name,
            @Nullable String nik,
            @Nullable TypedDate birthDate,
            @Nullable String via,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String password,
            @Nullable String consent) {
        this.once = once == null ? "" : once;
        this.name = name == null ? "" : IdentityForm.tidy(name);
        this.nik = nik == null ? "" : Nik.tidy(nik.strip());
        this.birthDate = Objects.requireNonNullElse(birthDate, TypedDate.BLANK);
        this.via = via == null || via.isBlank() ? BY_EMAIL : via;
        this.email = email == null ? "" : email.strip();
        this.phone = phone == null ? "" : Phone.read(phone);
        this.password = password == null ? "" : password;
        this.consent = consent == null ? "" : consent;
    }

    static RegistrationForm blank() {
        return new RegistrationForm(UUID.randomUUID().toString(), "", "", TypedDate.BLANK, BY_EMAIL, "", "", "", "");
    }

    /**
     * @param phones whether codes can go to phones
     */
    void check(Errors problems, boolean phones, LocalDate today) {
        IdentityForm.check(nik, birthDate, problems, today);
        if (!via.equals(BY_EMAIL) && (carrier().isEmpty() || !phones)) {
            problems.rejectValue("via", "refused", "account.via.missing");
        }
        if (via.equals(BY_EMAIL) && email.isEmpty()) {
            problems.rejectValue("email", "refused", "account.email.empty");
        }
    }

    private Optional<Carrier> carrier() {
        return Stream.of(Carrier.values())
                .filter(carrier -> carrier.name().equals(via))
                .findFirst();
    }

    /** Where the code can go, in the reader's words. */
    static Map<String, String> ways(Words words) {
        var ways = new LinkedHashMap<String, String>();
        ways.put(BY_EMAIL, words.text("account.via.EMAIL"));
        ways.putAll(Phone.carriers(words));
        return ways;
    }

    /** What the code goes to, as it was typed. */
    String end() {
        return via.equals(BY_EMAIL) ? email : new Phone(phone).grouped();
    }

    Registration registration(Locale language) {
        return new Registration(
                UUID.nameUUIDFromBytes(once.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                new Person(new Nik(nik), name, birthDate.date().orElseThrow()),
                via.equals(BY_EMAIL) ? new EmailAddress(email) : null,
                new Phone(phone),
                carrier().orElse(null),
                password,
                language,
                consent);
    }

    @Override
    public String toString() {
        return "a registration form";
    }
}
