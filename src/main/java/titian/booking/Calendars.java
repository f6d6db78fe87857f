package titian.booking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import titian.booking.Day.Openness;
import titian.booking.OpenedDays.Outcome;
import titian.office.Office;
import titian.office.OfficeDay;
import titian.office.OfficeDesk;
import titian.shared.Channel;

/**
 * Opens the days of offices for booking, each day once: whoever looks at a calendar opens what is missing from it, and
 * a sweep opens the rest. A day is cut in the office's own time zone.
 */
@Component
class Calendars {

    /** Days off in a row never last longer: an office that has none but such days serves nobody. */
    private static final int LONGEST_BREAK = 21;

    private final OfficeDesk offices;
    private final OpenedDays days;
    private final Slots slots;

    Calendars(OfficeDesk offices, OpenedDays days, Slots slots) {
        this.offices = offices;
        this.days = days;
        this.slots = slots;
    }

    /**
     * Opens every day people may book today that has not been opened. Two nodes may do so at once: they write the same
     * keys in the same order, so the second waits for the first and then adds nothing.
     */
    void open(Office office, LocalDate today) {
        var lastDay = offices.policy(office.id(), today).lastDay(today);
        var missing = days.missing(office.id(), today, lastDay);
        if (missing.isEmpty() || !serves(office, today)) {
            return;
        }
        var outcomes = new TreeMap<LocalDate, Outcome>();
        var windows = new ArrayList<Slots.NewSlot>();
        for (var day : offices.calendar(office.id(), missing.getFirst(), missing.getLast())) {
            outcomes.put(day.date(), outcome(day));
            if (day instanceof OfficeDay.Serving(var date, var template)) {
                Windows.of(template, date, office.zone())
                        .forEach(window -> windows.add(new Slots.NewSlot(window, template.places(Channel.PUBLIC))));
            }
        }
        outcomes.keySet().retainAll(missing);
        days.add(office.id(), outcomes);
        slots.add(office.id(), windows);
    }

    /** How a day that nobody may book yet will be, as far as it is known. */
    List<Day> notYetOpen(Office office, LocalDate from, LocalDate until) {
        return offices.calendar(office.id(), from, until).stream()
                .map(day -> new Day(
                        day.date(),
                        switch (outcome(day)) {
                            case OPEN -> Openness.NOT_YET_OPEN;
                            case CLOSED -> Openness.CLOSED;
                            case HOLIDAY -> Openness.HOLIDAY;
                        },
                        0))
                .toList();
    }

    private boolean serves(Office office, LocalDate today) {
        return offices.calendar(office.id(), today, today.plusDays(LONGEST_BREAK)).stream()
                .anyMatch(OfficeDay.Serving.class::isInstance);
    }

    private static Outcome outcome(OfficeDay day) {
        return switch (day) {
            case OfficeDay.Serving _ -> Outcome.OPEN;
            case OfficeDay.Holiday _ -> Outcome.HOLIDAY;
            case OfficeDay.DayOff _ -> Outcome.CLOSED;
        };
    }
}
