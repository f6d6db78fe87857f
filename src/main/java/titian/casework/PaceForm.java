package titian.casework;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import titian.casework.Paces.Dated;
import titian.web.Problems;
import titian.web.Words;

/** The times by which an office is to check papers, as typed, with their first day and the reason. */
record PaceForm(
        String periksa,
        String sebelum,
        String pegang,
        String tugas,
        String perbaikan,
        String sabar,
        String mulai,
        String alasan) {

    private static final int LONGEST_WHY = 160;

    PaceForm(
            @Nullable String periksa,
            @Nullable String sebelum,
            @Nullable String pegang,
            @Nullable String tugas,
            @Nullable String perbaikan,
            @Nullable String sabar,
            @Nullable String mulai,
            @Nullable String alasan) {
        this.periksa = line(periksa);
        this.sebelum = line(sebelum);
        this.pegang = line(pegang);
        this.tugas = line(tugas);
        this.perbaikan = line(perbaikan);
        this.sabar = line(sabar);
        this.mulai = line(mulai);
        this.alasan = line(alasan);
    }

    private static String line(@Nullable String typed) {
        return typed == null ? "" : typed.replaceAll("\\s+", " ").strip();
    }

    /** One time of a pace: its field, and between what it lies; the table says the same. */
    enum Time {
        CHECK("periksa", 1, 720),
        BEFORE_VISIT("sebelum", 0, 240),
        LEASE("pegang", 5, 120),
        DUTY("tugas", 5, 480),
        MEND("perbaikan", 1, 30),
        PATIENCE("sabar", 0, 10_080);

        private final String field;
        private final int least;
        private final int most;

        Time(String field, int least, int most) {
            this.field = field;
            this.least = least;
            this.most = most;
        }

        String field() {
            return field;
        }

        int least() {
            return least;
        }

        int most() {
            return most;
        }

        String text() {
            return "casework.pace." + name();
        }

        /** As a pace has it, in its own unit. */
        int in(Pace pace) {
            return Math.toIntExact(
                    switch (this) {
                        case CHECK -> pace.toCheck().toHours();
                        case BEFORE_VISIT -> pace.beforeVisit().toHours();
                        case LEASE -> pace.lease().toMinutes();
                        case DUTY -> pace.onDuty().toMinutes();
                        case MEND -> pace.daysToMend();
                        case PATIENCE -> pace.patience().toMinutes();
                    });
        }
    }

    /** Begins with how it is now. */
    static PaceForm of(Pace pace) {
        return new PaceForm(
                String.valueOf(Time.CHECK.in(pace)),
                String.valueOf(Time.BEFORE_VISIT.in(pace)),
                String.valueOf(Time.LEASE.in(pace)),
                String.valueOf(Time.DUTY.in(pace)),
                String.valueOf(Time.MEND.in(pace)),
                String.valueOf(Time.PATIENCE.in(pace)),
                null,
                null);
    }

    String typed(Time time) {
        return switch (time) {
            case CHECK -> periksa;
            case BEFORE_VISIT -> sebelum;
            case LEASE -> pegang;
            case DUTY -> tugas;
            case MEND -> perbaikan;
            case PATIENCE -> sabar;
        };
    }

    /** What is wrong with it; nothing if it can be decided. */
    Problems check(LocalDate today, Words words) {
        var wrong = new LinkedHashMap<String, String>();
        for (var time : Time.values()) {
            if (number(time).isEmpty()) {
                wrong.put(time.field(), words.text("casework.pace.problem.time", time.least(), time.most()));
            }
        }
        if (day().filter(day -> day.isAfter(today)).isEmpty()) {
            wrong.put("mulai", words.text("casework.pace.problem.from"));
        }
        if (alasan.isEmpty() || alasan.length() > LONGEST_WHY) {
            wrong.put("alasan", words.text("casework.pace.problem.why"));
        }
        return new Problems(wrong);
    }

    private OptionalInt number(Time time) {
        var typed = typed(time);
        if (!typed.matches("\\d{1,5}")) {
            return OptionalInt.empty();
        }
        var number = Integer.parseInt(typed);
        return number < time.least() || number > time.most() ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(mulai));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** What is decided, of a form without problems. */
    Dated decided() {
        return new Dated(
                day().orElseThrow(),
                new Pace(
                        Duration.ofHours(number(Time.CHECK).orElseThrow()),
                        Duration.ofHours(number(Time.BEFORE_VISIT).orElseThrow()),
                        Duration.ofMinutes(number(Time.LEASE).orElseThrow()),
                        Duration.ofMinutes(number(Time.DUTY).orElseThrow()),
                        number(Time.MEND).orElseThrow(),
                        Duration.ofMinutes(number(Time.PATIENCE).orElseThrow())));
    }
}
