package titian.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** The six digits as typed or pasted from the letter, with or without a blank between them. */
public record CodeForm(
        @NotBlank(message = "{account.code.empty}") @Pattern(regexp = "|[0-9]{6}", message = "{account.code.malformed}")
        String digits) {

    public static final CodeForm BLANK = new CodeForm("");

    public CodeForm(@Nullable String digits) {
        this.digits = digits == null ? "" : digits.replaceAll("[\\s.-]", "");
    }

    @Override
    public String toString() {
        return "a code form";
    }
}
