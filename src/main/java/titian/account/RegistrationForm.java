package titian.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person typed to get an account. It prints nothing of it. */
record RegistrationForm(
        String once,

        @NotBlank(message = "{account.name.empty}")
        @Size(max = 100, message = "{account.name.long}")
        @Pattern(regexp = "|" + NAME, message = "{account.name.malformed}")
        String name,

        @NotBlank(message = "{account.email.empty}")
        @Pattern(regexp = "|" + EmailAddress.FORMAT, message = "{account.email.malformed}")
        String email,

        @NotBlank(message = "{account.phone.empty}")
        @Pattern(regexp = "|" + Phone.FORMAT, message = "{account.phone.malformed}")
        String phone,

        String password,

        @Pattern(regexp = CONSENT, message = "{account.consent.missing}")
        String consent) {

    /** The version of the privacy notice agreed to by ticking. */
    static final String CONSENT = "2026-11";

    private static final String NAME = "[\\p{L}\\p{M}'’`][\\p{L}\\p{M} .,'’`/()-]*";

    RegistrationForm(
            @Nullable String once,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String password,
            @Nullable String consent) {
        this.once = once == null ? "" : once;
        this.name = name == null
                ? ""
                : Normalizer.normalize(name, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
        this.email = email == null ? "" : email.strip();
        this.phone = phone == null ? "" : Phone.read(phone);
        this.password = password == null ? "" : password;
        this.consent = consent == null ? "" : consent;
    }

    static RegistrationForm blank() {
        return new RegistrationForm(UUID.randomUUID().toString(), "", "", "", "", "");
    }

    Registration registration(Locale language) {
        return new Registration(
                UUID.nameUUIDFromBytes(once.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                name,
                new EmailAddress(email),
                new Phone(phone),
                password,
                language,
                consent);
    }

    @Override
    public String toString() {
        return "a registration form";
    }
}
