package titian.contact;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import titian.account.EmailAddress;

/** Another address, and the password that shows who asks. It prints nothing of it. */
record EmailForm(
        @NotBlank(message = "{contact.email.empty}")
        @Pattern(regexp = "|" + EmailAddress.FORMAT, message = "{contact.email.malformed}")
        String email,

        @NotBlank(message = "{contact.password.empty}") String password) {

    static final EmailForm BLANK = new EmailForm("", "");

    EmailForm(@Nullable String email, @Nullable String password) {
        this.email = email == null ? "" : email.strip();
        this.password = password == null ? "" : password;
    }

    @Override
    public String toString() {
        return "an address form";
    }
}
