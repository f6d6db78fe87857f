package titian.contact;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;
import titian.account.EmailAddress;
import titian.account.Phone;

/**
 * What an officer ticks and types to give an account back. It prints nothing of it.
 *
 * @param document the identity document was seen
 * @param face     the face is the document's
 * @param answers  the questions were answered rightly
 * @param to       {@code EMAIL}, {@code SMS} or {@code WHATSAPP}
 */
record RescueForm(String document, String face, String answers, String reason, String to, String email, String phone) {

    static final String YES = "ya";
    static final RescueForm BLANK = new RescueForm("", "", "", "", "EMAIL", "", "");

    RescueForm(
            @Nullable String document,
            @Nullable String face,
            @Nullable String answers,
            @Nullable String reason,
            @Nullable String to,
            @Nullable String email,
            @Nullable String phone) {
        this.document = document == null ? "" : document;
        this.face = face == null ? "" : face;
        this.answers = answers == null ? "" : answers;
        this.reason = reason == null ? "" : reason;
        this.to = to == null ? "" : to;
        this.email = email == null ? "" : email.strip();
        this.phone = phone == null ? "" : Phone.read(phone);
    }

    void check(Errors problems) {
        mustBe("document", document.equals(YES), problems, "contact.rescue.check.missing");
        mustBe("face", face.equals(YES), problems, "contact.rescue.check.missing");
        mustBe("answers", answers.equals(YES), problems, "contact.rescue.check.missing");
        mustBe("reason", isReason(), problems, "contact.rescue.reason.missing");
        mustBe("to", to.matches("EMAIL|SMS|WHATSAPP"), problems, "contact.rescue.to.missing");
        if (isEmail()) {
            mustBe("email", email.matches(EmailAddress.FORMAT), problems, "contact.email.malformed");
        } else {
            mustBe("phone", phone.matches(Phone.FORMAT), problems, "contact.phone.malformed");
        }
    }

    private static void mustBe(String field, boolean right, Errors problems, String text) {
        if (!right) {
            problems.rejectValue(field, "refused", text);
        }
    }

    private boolean isReason() {
        for (var known : Rescue.Reason.values()) {
            if (known.name().equals(reason)) {
                return true;
            }
        }
        return false;
    }

    boolean isEmail() {
        return !to.equals("SMS") && !to.equals("WHATSAPP");
    }

    @Override
    public String toString() {
        return "a rescue form";
    }
}
