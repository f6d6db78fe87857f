package titian.recovery;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import titian.account.EmailAddress;

/** The address a code is to go to. It prints nothing of it. */
record AddressForm(
        String once,

        @NotBlank(message = "{account.email.empty}")
        @Pattern(regexp = "|" + EmailAddress.FORMAT, message = "{account.email.malformed}")
        String email) {

    AddressForm(@Nullable String once, @Nullable String email) {
        this.once = once == null ? "" : once;
        this.email = email == null ? "" : email.strip();
    }

    static AddressForm blank() {
        return new AddressForm(UUID.randomUUID().toString(), "");
    }

    UUID key() {
        return UUID.nameUUIDFromBytes(once.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "an address form";
    }
}
