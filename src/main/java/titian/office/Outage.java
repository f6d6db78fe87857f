package titian.office;

import java.time.LocalDate;
import java.util.UUID;
import titian.shared.OfficeId;
import titian.shared.PassportType;

/** For how long an office cannot issue a kind of book: no blanks, most often. */
public record Outage(
        UUID id,
        OfficeId office,
        PassportType type,
        LocalDate firstDay,
        LocalDate lastDay,
        String inIndonesian,
        String inEnglish) {

    boolean lasts(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    public String reason(boolean indonesian) {
        return indonesian ? inIndonesian : inEnglish;
    }
}
