package titian.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A date as typed into three boxes: it may be empty or impossible, and can always be shown back. */
public record TypedDate(String day, String month, String year) {

    public static final TypedDate BLANK = new TypedDate("", "", "");

    public TypedDate(@Nullable String day, @Nullable String month, @Nullable String year) {
        this.day = day == null ? "" : day.strip();
        this.month = month == null ? "" : month.strip();
        this.year = year == null ? "" : year.strip();
    }

    public static TypedDate of(LocalDate date) {
        return new TypedDate(
                String.valueOf(date.getDayOfMonth()),
                String.valueOf(date.getMonthValue()),
                String.valueOf(date.getYear()));
    }

    /** A whole one, which no form of ours sends, is none: Spring asks here rather than to fail. */
    public static TypedDate of(String whole) {
        return BLANK;
    }

    public boolean isBlank() {
        return day.isEmpty() && month.isEmpty() && year.isEmpty();
    }

    /** The day meant, if there is such a day and its year was typed in full. */
    public Optional<LocalDate> date() {
        try {
            return year.length() != 4
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
