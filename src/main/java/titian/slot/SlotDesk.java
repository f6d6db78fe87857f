package titian.slot;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.shared.OfficeId;
import titian.slot.PlanEffect.DayEffect;
import titian.slot.PlannedWindows.Change;

/**
 * Where windows follow the plan of their office. Days that are open already are cut once more, each by a step of its
 * own that any node may take; nobody who booked is dropped: a window keeps the places that are taken, and whoever looks
 * after {@link DisplacedPeople} is told who is to be moved.
 */
@Service
@Transactional
public class SlotDesk {

    private final Cutting cutting;
    private final DaysToCut days;
    private final PlannedWindows windows;
    private final LeftPlaces left;
    private final Slots slots;
    private final Availability availability;
    private final ObjectProvider<DisplacedPeople> listeners;
    private final OfficeDesk offices;
    private final Clock clock;

    SlotDesk(
            Cutting cutting,
            DaysToCut days,
            PlannedWindows windows,
            LeftPlaces left,
            Slots slots,
            Availability availability,
            ObjectProvider<DisplacedPeople> listeners,
            OfficeDesk offices,
            Clock clock) {
        this.cutting = cutting;
        this.days = days;
        this.windows = windows;
        this.left = left;
        this.slots = slots;
        this.availability = availability;
        this.listeners = listeners;
        this.offices = offices;
        this.clock = clock;
    }

    /**
     * Said in the transaction that changes an office's plan, before it does: the days of this span that are open are to
     * be cut once more.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void planChanges(OfficeId office, LocalDate from, @Nullable LocalDate until) {
        days.oneAtATime(office);
        days.note(office, from, until, clock.instant());
    }

    /** What the plan, as this transaction sees it, would do to the days that are open. Nothing is written. */
    @Transactional(propagation = Propagation.MANDATORY)
    public PlanEffect effect(OfficeId office, LocalDate from, @Nullable LocalDate until) {
        var opened = days.opened(office, from, until);
        if (opened.isEmpty()) {
            return new PlanEffect(List.of(), List.of());
        }
        var found = offices.find(office).orElseThrow();
        var changes = changes(found, opened.getFirst(), opened.getLast());
        return new PlanEffect(byDay(changes, found.zone()), windows.toMove(changes));
    }

    private List<Change> changes(Office office, LocalDate from, LocalDate until) {
        var zone = office.zone();
        var now = clock.instant();
        var changes = windows.compare(
                office.id(),
                from.atStartOfDay(zone).toInstant(),
                until.plusDays(1).atStartOfDay(zone).toInstant(),
                now,
                cutting.cut(office, from, until).windows());
        return LeftPlaces.toEveryone(changes, now);
    }

    private static List<DayEffect> byDay(List<Change> changes, ZoneId zone) {
        var byDay = new TreeMap<LocalDate, List<Change>>();
        changes.forEach(
                change -> byDay.computeIfAbsent(LocalDate.ofInstant(change.startsAt(), zone), _ -> new ArrayList<>())
                        .add(change));
        return byDay.entrySet().stream()
                .map(day -> effect(day.getKey(), day.getValue()))
                .filter(day -> day.won() > 0 || day.lost() > 0 || day.toMove() > 0)
                .toList();
    }

    private static DayEffect effect(LocalDate day, List<Change> changes) {
        return new DayEffect(
                day,
                changes.stream().mapToInt(Change::before).sum(),
                changes.stream().mapToInt(Change::after).sum(),
                changes.stream()
                        .mapToInt(change -> Math.max(0, change.after() - change.before()))
                        .sum(),
                changes.stream()
                        .mapToInt(change -> Math.max(0, change.before() - change.after()))
                        .sum(),
                changes.stream().mapToInt(Change::taken).sum(),
                changes.stream().mapToInt(Change::toMove).sum());
    }

    /**
     * Cuts one of the days noted, of this office if one is named.
     *
     * @return false if there was none
     */
    public boolean cutADay(@Nullable OfficeId office) {
        var noted = days.take(office);
        noted.ifPresent(day -> cut(offices.find(day.office()).orElseThrow(), day.day()));
        return noted.isPresent();
    }

    private void cut(Office office, LocalDate day) {
        var zone = office.zone();
        windows.lock(
                office.id(),
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
        var changes = changes(office, day, day);
        windows.resize(changes);
        left.rest(changes, clock.instant());
        availability.changed(windows.standing(changes));
        slots.add(
                office.id(),
                changes.stream()
                        .<Slots.NewSlot>mapMulti((change, next) -> {
                            if (change.standing() == null && change.wanted() != null && change.after() > 0) {
                                next.accept(change.wanted());
                            }
                        })
                        .toList(),
                clock.instant());
        days.tell(
                office.id(),
                day,
                cutting.cut(office, day, day).outcomes().getOrDefault(day, OpenedDays.Outcome.CLOSED));
        tell(windows.toMove(changes));
    }

    /** Notes the days of which partners left places that are everyone's by now; each is then cut by its own step. */
    public void noteWhatPartnersLeft() {
        var now = clock.instant();
        left.kept(now).stream()
                .map(window -> new DaysToCut.DayToCut(window.office(), day(window)))
                .distinct()
                .forEach(one -> days.note(one.office(), one.day(), one.day(), now));
    }

    private LocalDate day(LeftPlaces.Left window) {
        return offices.find(window.office()).orElseThrow().day(window.startsAt());
    }

    /** Tells once more who is to be moved: somebody may have taken a place meanwhile that was offered before. */
    public void tellWhoIsToMove() {
        tell(windows.beyondTheirPlan(clock.instant()));
    }

    private void tell(List<DisplacedPeople.Displaced> people) {
        if (!people.isEmpty()) {
            listeners.orderedStream().forEach(listener -> listener.displaced(people, clock.instant()));
        }
    }
}
