package titian.account;

import java.time.LocalDate;
import java.util.UUID;

/** Days on which an officer is away, both ends included. */
public record Leave(UUID id, LocalDate firstDay, LocalDate lastDay) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
