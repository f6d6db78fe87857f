package titian.office;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Until when partners may take the places kept for them: what they leave by then is everyone's.
 *
 * @param daysBefore how many days before the visit, as the office's calendar counts days
 */
public record PartnersUntil(int daysBefore, LocalTime at) {

    public static final int MOST_DAYS = 14;

    public PartnersUntil {
        if (daysBefore < 0 || daysBefore > MOST_DAYS) {
            throw new IllegalArgumentException("places are kept until some days before");
        }
    }

    /** When what is left of that day becomes everyone's. Where clocks leap over the hour, it is after the leap. */
    public Instant moment(LocalDate day, ZoneId zone) {
        return day.minusDays(daysBefore).atTime(at).atZone(zone).toInstant();
    }
}
