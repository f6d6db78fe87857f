package titian.passkey;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A passkey to be added, as the page sends it.
 *
 * @param label  what its holder calls it
 * @param answer what the device said, as JSON; the script of the page fills it in
 * @param password the present one, which shows that it is still its holder who sits there
 */
record PasskeyForm(
        @NotBlank(message = "{passkey.label.empty}") @Size(max = 60, message = "{passkey.label.long}")
        String label,

        @Size(max = 20_000, message = "{passkey.unfit}") String answer,

        String password) {

    static final PasskeyForm BLANK = new PasskeyForm("", "", "");

    PasskeyForm(@Nullable String label, @Nullable String answer, @Nullable String password) {
        this.label = Objects.requireNonNullElse(label, "").strip();
        this.answer = Objects.requireNonNullElse(answer, "");
        this.password = Objects.requireNonNullElse(password, "");
    }

    @Override
    public String toString() {
        return "a passkey to be added";
    }
}
