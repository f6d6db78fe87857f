package titian.audit;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an auditor looks for, as the page sends it; what is left out does not matter. */
record Search(
        @Nullable LocalDate day,
        String office,
        String act,
        String subject,
        @Nullable UUID account) {

    static Search of(
            @Nullable String day,
            @Nullable String office,
            @Nullable String act,
            @Nullable String subject,
            @Nullable String account) {
        return new Search(day(day), line(office), line(act), line(subject), Entries.uuid(line(account)));
    }

    private static String line(@Nullable String typed) {
        var tidy = Objects.requireNonNullElse(typed, "").strip();
        return tidy.substring(0, Math.min(tidy.length(), 100));
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (java.time.format.DateTimeParseException _) {
            return null;
        }
    }
}
