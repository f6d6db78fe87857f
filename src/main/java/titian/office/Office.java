package titian.office;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import titian.shared.OfficeId;

/**
 * A place that serves people: an immigration office, one of its units, or a mission abroad. Its zone decides what day
 * it is there. A place without a position is listed where its regency lies.
 *
 * @param city    the regency or city it stands in, as people say it
 * @param address blank where no source tells
 */
public record Office(
        OfficeId id,
        String name,
        OfficeType type,
        String city,
        String address,
        ZoneId zone,
        @Nullable Position position) {

    /** The day it is there at that moment. */
    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
