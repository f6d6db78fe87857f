package titian.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.office.OfficeType;
import titian.office.Outage;
import titian.office.Region;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;
import titian.slot.CalendarDesk;
import titian.waitingroom.Release;
import titian.waitingroom.WaitingRoomDesk;

/** The offices a person may choose among: all of them, each with its next free place or why it has none. */
@Component
class OfficeList {

    static final int PAGE = 20;

    private static final int ALTERNATIVES = 2;
    private static final Pattern KIND_OF_REGENCY = Pattern.compile("^(Kabupaten|Kota)( Administrasi)? ");

    /**
     * An office as the list shows it. It has a next free place, or a reason why it has none and where to go instead.
     *
     * @param closed  why the office serves nobody; absent when it is merely full
     * @param opensAt when a full office opens more places, if that has been announced
     * @param outages the books it cannot issue now
     */
    record Entry(
            Office office,
            @Nullable Instant nextFree,
            OfficeDesk.@Nullable Closed closed,
            @Nullable Instant opensAt,
            List<Outage> outages,
            List<Office> alternatives) {}

    /** One page of the offices that were asked for, and how many there are in all. */
    record Found(List<Entry> entries, int number, int pages, int total) {}

    private final OfficeDesk offices;
    private final CalendarDesk calendars;
    private final WaitingRoomDesk rooms;
    private final Clock clock;

    OfficeList(OfficeDesk offices, CalendarDesk calendars, WaitingRoomDesk rooms, Clock clock) {
        this.offices = offices;
        this.calendars = calendars;
        this.rooms = rooms;
        this.clock = clock;
    }

    /** Offices in Indonesia whose name, place or address holds every word asked for, by the name of their place. */
    Found find(String province, String words, int number) {
        var found = offices.all().stream()
                .filter(office -> office.type() != OfficeType.MISSION)
                .filter(in(province))
                .filter(holds(words))
                .sorted(Comparator.comparing(OfficeList::place).thenComparing(Office::name))
                .toList();
        var pages = Math.max(1, Math.ceilDiv(found.size(), PAGE));
        var shown = Math.clamp(number, 1, pages);
        var nextFree = calendars.nextFree(clock.instant());
        var outages = outages();
        var entries = found.stream()
                .skip((shown - 1L) * PAGE)
                .limit(PAGE)
                .map(office -> entry(office, nextFree, outages))
                .toList();
        return new Found(entries, shown, pages, found.size());
    }

    Entry entry(Office office) {
        return entry(office, calendars.nextFree(clock.instant()), outages());
    }

    private Map<OfficeId, List<Outage>> outages() {
        return offices.outages(clock.instant());
    }

    private Entry entry(Office office, Map<OfficeId, Instant> nextFree, Map<OfficeId, List<Outage>> outages) {
        var next = nextFree.get(office.id());
        var today = office.day(clock.instant());
        var closed = next == null ? offices.closed(office.id(), today).orElse(null) : null;
        var out = outages.getOrDefault(office.id(), List.of());
        return new Entry(
                office,
                next,
                closed,
                next == null && closed == null ? opensAt(office.id()) : null,
                out,
                next == null || !out.isEmpty() ? alternatives(office, today, nextFree, outages) : List.of());
    }

    private @Nullable Instant opensAt(OfficeId office) {
        var now = clock.instant();
        return rooms.coming(office, ServiceLane.PASSPORT).stream()
                .map(Release::opensAt)
                .filter(opening -> opening.isAfter(now))
                .findFirst()
                .orElse(null);
    }

    /** The nearest offices that have a place left and every book. */
    private List<Office> alternatives(
            Office office, LocalDate today, Map<OfficeId, Instant> nextFree, Map<OfficeId, List<Outage>> outages) {
        return offices.alternatives(office.id(), today, PAGE).stream()
                .map(OfficeDesk.Nearby::office)
                .filter(other -> nextFree.containsKey(other.id()) && !outages.containsKey(other.id()))
                .limit(ALTERNATIVES)
                .toList();
    }

    private Predicate<Office> in(String province) {
        if (province.isBlank()) {
            return _ -> true;
        }
        Set<String> regencies =
                offices.regencies(province).stream().map(Region::name).collect(Collectors.toSet());
        return office -> regencies.contains(office.city());
    }

    private static Predicate<Office> holds(String words) {
        var wanted = Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isBlank())
                .toList();
        return office -> {
            var told = (office.name() + " " + office.city() + " " + office.address()).toLowerCase(Locale.ROOT);
            return wanted.stream().allMatch(told::contains);
        };
    }

    /** Depok, not Kota Depok: people look under the name of the place. */
    private static String place(Office office) {
        return KIND_OF_REGENCY.matcher(office.city()).replaceFirst("");
    }
}
