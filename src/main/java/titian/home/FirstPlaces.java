package titian.home;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.office.Region;
import titian.shared.OfficeId;
import titian.slot.CalendarDesk;

/** Where a place is free first: the earliest in each of the provinces with the most offices. */
@Component
class FirstPlaces {

    private static final int SHOWN = 5;

    record FirstPlace(Region province, Office office, Instant startsAt) {}

    private record Served(Region province, List<Office> offices) {}

    private final OfficeDesk offices;
    private final CalendarDesk calendars;
    private final Clock clock;

    FirstPlaces(OfficeDesk offices, CalendarDesk calendars, Clock clock) {
        this.offices = offices;
        this.calendars = calendars;
        this.clock = clock;
    }

    List<FirstPlace> shown() {
        var nextFree = calendars.nextFree(clock.instant());
        var byCity = offices.all().stream()
                .filter(office -> nextFree.containsKey(office.id()))
                .collect(Collectors.groupingBy(Office::city));
        return offices.provinces().stream()
                .map(province -> new Served(province, within(province, byCity)))
                .sorted(comparingLong((Served served) -> -served.offices().size())
                        .thenComparing(served -> served.province().name()))
                .limit(SHOWN)
                .flatMap(served -> first(served, nextFree).stream())
                .toList();
    }

    private List<Office> within(Region province, Map<String, List<Office>> byCity) {
        return offices.regencies(province.code()).stream()
                .flatMap(regency -> byCity.getOrDefault(regency.name(), List.of()).stream())
                .toList();
    }

    private static Optional<FirstPlace> first(Served served, Map<OfficeId, Instant> nextFree) {
        return served.offices().stream()
                .map(office ->
                        new FirstPlace(served.province(), office, Objects.requireNonNull(nextFree.get(office.id()))))
                .min(comparing(FirstPlace::startsAt)
                        .thenComparing(place -> place.office().name()));
    }
}
