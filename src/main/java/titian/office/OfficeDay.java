package titian.office;

import java.time.LocalDate;

/** A day of an office's calendar: how it serves, or why it does not. */
public sealed interface OfficeDay {

    LocalDate date();

    /** The office serves as this template says. */
    record Serving(LocalDate date, Template template) implements OfficeDay {}

    /** A holiday, joint leave, or a day the administration closed. */
    record Holiday(LocalDate date, String inIndonesian, String inEnglish) implements OfficeDay {

        public String name(boolean indonesian) {
            return indonesian ? inIndonesian : inEnglish;
        }
    }

    /** A day of the week on which the office serves nobody, or an office that serves nobody at all. */
    record DayOff(LocalDate date) implements OfficeDay {}
}
