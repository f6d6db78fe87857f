package titian.recovery;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** The six digits from the letter and the password to have from now on. It prints nothing of it. */
record NewPasswordForm(
        @NotBlank(message = "{account.code.empty}") @Pattern(regexp = "|[0-9]{6}", message = "{account.code.malformed}")
        String digits,

        String password) {

    static final NewPasswordForm BLANK = new NewPasswordForm("", "");

    NewPasswordForm(@Nullable String digits, @Nullable String password) {
        this.digits = digits == null ? "" : digits.replaceAll("[\\s.-]", "");
        this.password = password == null ? "" : password;
    }

    @Override
    public String toString() {
        return "a new password form";
    }
}
