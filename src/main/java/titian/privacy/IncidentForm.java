package titian.privacy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import titian.privacy.Incident.Facts;
import titian.privacy.Incident.Source;
import titian.web.Problems;
import titian.web.Words;

/** What an officer types about a breach. It prints without saying it. */
record IncidentForm(
        @Nullable String apa,
        @Nullable String tindakan,
        @Nullable String mulai,
        @Nullable String sampai,
        @Nullable String diketahui,
        @Nullable String sumber,
        @Nullable String jenis,
        @Nullable String petugas) {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final int LONGEST = 2_000;

    static final IncidentForm EMPTY = new IncidentForm("", "", "", "", "", "", "", "");

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    Problems problems(Set<String> kinds, Instant now, Words words) {
        var problems = new LinkedHashMap<String, String>();
        if (text(apa).isEmpty() || text(apa).length() > LONGEST) {
            problems.put("apa", words.text("privacy.incident.what.wrong"));
        }
        if (text(tindakan).isEmpty() || text(tindakan).length() > LONGEST) {
            problems.put("tindakan", words.text("privacy.incident.handling.wrong"));
        }
        var from = moment(mulai);
        var until = moment(sampai);
        if (from.isEmpty() || from.get().isAfter(now)) {
            problems.put("mulai", words.text("privacy.incident.moment.wrong"));
        }
        if (until.isEmpty() || (from.isPresent() && until.get().isBefore(from.get()))) {
            problems.put("sampai", words.text("privacy.incident.until.wrong"));
        }
        if (moment(diketahui).isEmpty() || moment(diketahui).get().isAfter(now)) {
            problems.put("diketahui", words.text("privacy.incident.moment.wrong"));
        }
        switch (text(sumber)) {
            case "KIND" -> {
                if (!kinds.contains(text(jenis))) {
                    problems.put("jenis", words.text("privacy.incident.kind.missing"));
                }
            }
            case "OFFICER" -> {
                if (!isId(text(petugas))) {
                    problems.put("petugas", words.text("privacy.ordered.account.wrong"));
                }
            }
            default -> problems.put("sumber", words.text("privacy.incident.source.missing"));
        }
        return new Problems(problems);
    }

    Facts facts() {
        var source = Source.valueOf(text(sumber));
        return new Facts(
                text(apa),
                text(tindakan),
                moment(mulai).orElseThrow(),
                moment(sampai).orElseThrow(),
                moment(diketahui).orElseThrow(),
                source,
                text(source == Source.KIND ? jenis : petugas));
    }

    private static Optional<Instant> moment(@Nullable String typed) {
        try {
            return Optional.of(LocalDateTime.parse(text(typed)).atZone(JAKARTA).toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static boolean isId(String typed) {
        try {
            return UUID.fromString(typed).toString().equalsIgnoreCase(typed);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "what was typed about an incident";
    }
}
