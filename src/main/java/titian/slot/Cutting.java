package titian.slot;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import titian.office.Office;
import titian.office.OfficeDay;
import titian.office.OfficeDesk;
import titian.office.ReleaseRule;
import titian.office.Template;
import titian.shared.Channel;
import titian.shared.ServiceLane;
import titian.slot.OpenedDays.Outcome;
import titian.slot.Slots.NewSlot;

/** Cuts an office's days into windows as its plan has it: in every lane, for each channel that has places. */
@Component
class Cutting {

    /** What comes of some days, and the windows they have. */
    record Cut(Map<LocalDate, Outcome> outcomes, List<NewSlot> windows) {}

    private final OfficeDesk offices;
    private final Clock clock;

    Cutting(OfficeDesk offices, Clock clock) {
        this.offices = offices;
        this.clock = clock;
    }

    Cut cut(Office office, LocalDate from, LocalDate until) {
        var today = office.day(clock.instant());
        var release = offices.policy(office.id(), today).release();
        var outcomes = new TreeMap<LocalDate, Outcome>();
        var windows = new ArrayList<NewSlot>();
        for (var lane : ServiceLane.values()) {
            for (var day : offices.calendar(office.id(), lane, from, until)) {
                if (lane == ServiceLane.PASSPORT) {
                    outcomes.put(day.date(), outcome(day));
                }
                if (day instanceof OfficeDay.Serving(var date, var template)) {
                    windows.addAll(cut(template, date, office.zone(), lane, release));
                }
            }
        }
        return new Cut(outcomes, windows);
    }

    /** What is released opens to the public at its time; what partners leave is everyone's at another. */
    private static List<NewSlot> cut(
            Template template, LocalDate day, ZoneId zone, ServiceLane lane, @Nullable ReleaseRule release) {
        var opensAt = release == null || lane != ServiceLane.PASSPORT ? null : release.opensAt(day, zone);
        var until = template.split().until();
        var everyonesFrom = until == null ? null : until.moment(day, zone);
        return Windows.of(template, day, zone).stream()
                .flatMap(window -> Stream.of(Channel.values())
                        .map(channel -> new NewSlot(
                                window,
                                lane,
                                channel,
                                template.places(channel),
                                channel == Channel.PUBLIC ? opensAt : null,
                                channel == Channel.PARTNER ? everyonesFrom : null)))
                .filter(slot -> slot.places() > 0)
                .toList();
    }

    static Outcome outcome(OfficeDay day) {
        return switch (day) {
            case OfficeDay.Serving _ -> Outcome.OPEN;
            case OfficeDay.Holiday _ -> Outcome.HOLIDAY;
            case OfficeDay.DayOff _ -> Outcome.CLOSED;
        };
    }
}
