package titian.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an auditor looks for, as the page sends it; what is left out does not matter. */
record Search(
        @Nullable LocalDate day,
        String office,
        String act,
        String kind,
        String subject,
        @Nullable UUID account) {

    private static final int LENGTH_OF_A_DAY = 10;

    static Search of(
            @Nullable String day,
            @Nullable String office,
            @Nullable String act,
            @Nullable String kind,
            @Nullable String subject,
            @Nullable String account) {
        return new Search(day(day), line(office), line(act), line(kind), line(subject), Entries.uuid(line(account)));
    }

    /** The same search as the part of an address behind the question mark. */
    String query() {
        return "hari=%s&kantor=%s&tindakan=%s&jenis=%s&nomor=%s&pelaku=%s"
                .formatted(
                        day == null ? "" : day,
                        URLEncoder.encode(office, UTF_8),
                        URLEncoder.encode(act, UTF_8),
                        URLEncoder.encode(kind, UTF_8),
                        URLEncoder.encode(subject, UTF_8),
                        account == null ? "" : account);
    }

    private static String line(@Nullable String typed) {
        var tidy = Objects.requireNonNullElse(typed, "").strip();
        return tidy.substring(0, Math.min(tidy.length(), 100));
    }

    static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.strip().length() != LENGTH_OF_A_DAY ? null : LocalDate.parse(typed.strip());
        } catch (java.time.format.DateTimeParseException _) {
            return null;
        }
    }
}
