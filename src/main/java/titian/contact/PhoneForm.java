package titian.contact;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import titian.account.Phone;
import titian.phone.Carrier;
import titian.web.Words;

/** Another phone, how the code goes there, and the password that shows who asks. It prints nothing of it. */
record PhoneForm(
        @NotBlank(message = "{contact.phone.empty}")
        @Pattern(regexp = "|" + Phone.FORMAT, message = "{contact.phone.malformed}")
        String phone,

        @Pattern(regexp = "SMS|WHATSAPP", message = "{contact.carrier.missing}")
        String carrier,

        @NotBlank(message = "{contact.password.empty}") String password) {

    PhoneForm(@Nullable String phone, @Nullable String carrier, @Nullable String password) {
        this.phone = phone == null ? "" : Phone.read(phone);
        this.carrier = carrier == null ? "" : carrier;
        this.password = password == null ? "" : password;
    }

    /** To begin with the present number, if it is not confirmed yet. */
    static PhoneForm of(String phone) {
        return new PhoneForm(phone, Carrier.SMS.name(), "");
    }

    static Map<String, String> carriers(Words words) {
        var carriers = new LinkedHashMap<String, String>();
        for (var carrier : Carrier.values()) {
            carriers.put(carrier.name(), words.text("contact.carrier." + carrier));
        }
        return carriers;
    }

    @Override
    public String toString() {
        return "a number form";
    }
}
