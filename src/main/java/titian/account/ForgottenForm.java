package titian.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The address whose password was forgotten. It prints nothing of it. */
record ForgottenForm(
        String once,

        @NotBlank(message = "{account.email.empty}")
        @Pattern(regexp = "|" + EmailAddress.FORMAT, message = "{account.email.malformed}")
        String email) {

    ForgottenForm(@Nullable String once, @Nullable String email) {
        this.once = once == null ? "" : once;
        this.email = email == null ? "" : email.strip();
    }

    static ForgottenForm blank() {
        return new ForgottenForm(UUID.randomUUID().toString(), "");
    }

    UUID key() {
        return UUID.nameUUIDFromBytes(once.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "a forgotten password form";
    }
}
