package titian.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** The six digits as typed or pasted from the letter, with or without a blank between them. */
record CodeForm(
        @NotBlank(message = "{account.code.empty}") @Pattern(regexp = "|[0-9]{6}", message = "{account.code.malformed}")
        String digits) {

    static final CodeForm BLANK = new CodeForm("");

    CodeForm(@Nullable String digits) {
        this.digits = digits == null ? "" : digits.replaceAll("[\\s.-]", "");
    }

    @Override
    public String toString() {
        return "a code form";
    }
}
