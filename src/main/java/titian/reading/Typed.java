package titian.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import titian.shared.Nik;

/** What was typed of a person whose papers are read. It prints nothing. */
public record Typed(
        String name, Nik nik, LocalDate birthDate, @Nullable String passportNumber) {

    @Override
    public String toString() {
        return "what was typed";
    }
}
