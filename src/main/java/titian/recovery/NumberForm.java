package titian.recovery;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import titian.account.Phone;
import titian.phone.Carrier;

/** The phone a code is to go to, and how. It prints nothing of it. */
record NumberForm(
        String once,

        @NotBlank(message = "{account.phone.empty}")
        @Pattern(regexp = "|" + Phone.FORMAT, message = "{account.phone.malformed}")
        String phone,

        @Pattern(regexp = "SMS|WHATSAPP", message = "{account.carrier.missing}")
        String carrier) {

    NumberForm(@Nullable String once, @Nullable String phone, @Nullable String carrier) {
        this.once = once == null ? "" : once;
        this.phone = phone == null ? "" : Phone.read(phone);
        this.carrier = carrier == null ? "" : carrier;
    }

    static NumberForm blank() {
        return new NumberForm(UUID.randomUUID().toString(), "", Carrier.SMS.name());
    }

    UUID key() {
        return UUID.nameUUIDFromBytes(once.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "a number form";
    }
}
