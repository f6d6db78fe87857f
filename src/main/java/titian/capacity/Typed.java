package titian.capacity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import titian.web.Problems;
import titian.web.Words;

/** Reads what an administrator typed, field by field, and keeps what is wrong with it in the order of the form. */
final class Typed {

    /** Longer reasons are for letters. */
    static final int LONGEST_LINE = 120;

    private final Map<String, String> problems = new LinkedHashMap<>();
    private final Words words;

    Typed(Words words) {
        this.words = words;
    }

    static String line(@Nullable String typed) {
        var line = typed == null ? "" : typed.strip().replaceAll("\\s+", " ");
        return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
    }

    /** A day that is not past. */
    LocalDate day(String field, String typed, LocalDate today) {
        var day = date(field, typed);
        if (day.isBefore(today) && !problems.containsKey(field)) {
            wrong(field, "capacity.problem.past");
        } else if (day.isAfter(today.plusYears(2))) {
            wrong(field, "capacity.problem.far");
        }
        return day;
    }

    private LocalDate date(String field, String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException _) {
            wrong(field, "capacity.problem.date");
            return LocalDate.EPOCH;
        }
    }

    LocalTime time(String field, String typed) {
        try {
            return LocalTime.parse(typed);
        } catch (DateTimeException _) {
            wrong(field, "capacity.problem.time");
            return LocalTime.NOON;
        }
    }

    int number(String field, String typed, int least, int most) {
        var number = typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : -1;
        if (number < least || number > most) {
            wrong(field, "capacity.problem.number", least, most);
            return least;
        }
        return number;
    }

    String said(String field, String typed) {
        if (typed.isEmpty()) {
            wrong(field, "capacity.problem.reason");
        }
        return typed;
    }

    /** The first thing wrong with a field is what is said about it. */
    void wrong(String field, String key, Object... parameters) {
        problems.putIfAbsent(field, words.text(key, parameters));
    }

    boolean fits() {
        return problems.isEmpty();
    }

    Problems problems() {
        return new Problems(problems);
    }
}
