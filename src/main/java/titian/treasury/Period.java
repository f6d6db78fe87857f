package titian.treasury;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** A month or a day of the books, both days included. */
record Period(LocalDate from, LocalDate to) {

    /** What was asked for; today's month if nothing was, or nothing that makes sense. */
    static Period of(@Nullable String month, @Nullable String day, LocalDate today) {
        try {
            if (day != null && !day.isBlank()) {
                var one = LocalDate.parse(day);
                return new Period(one, one);
            }
            return month == null || month.isBlank() ? of(YearMonth.from(today)) : of(YearMonth.parse(month));
        } catch (DateTimeException _) {
            return of(YearMonth.from(today));
        }
    }

    private static Period of(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    boolean isDay() {
        return from.equals(to);
    }

    YearMonth month() {
        return YearMonth.from(from);
    }

    /** As it stands in an address: {@code bulan=2026-12}. */
    String query() {
        return isDay() ? "hari=" + from : "bulan=" + month();
    }

    /** As it stands in the name of a file: {@code 2026-12}. */
    String name() {
        return isDay() ? from.toString() : month().toString();
    }
}
