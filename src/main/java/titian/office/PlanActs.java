package titian.office;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import titian.office.PlanningDesk.SpecialDay;
import titian.shared.Act;
import titian.shared.OfficeId;

/** Tells the audit what a plan was and what it has become, within the transaction that changes it. */
@Component
class PlanActs {

    private final ApplicationEventPublisher events;

    PlanActs(ApplicationEventPublisher events) {
        this.events = events;
    }

    void week(OfficeId office, String span, String before, String after) {
        tell("PLAN_CHANGED", "office", office.value(), span + " " + before, span + " " + after, "");
    }

    void day(OfficeId office, LocalDate day, String before, String after, String why) {
        tell("DAY_CHANGED", "office", office.value(), day + " " + before, day + " " + after, why);
    }

    void outage(Outage outage, String before, String after) {
        tell("OUTAGE_CHANGED", "office", outage.office().value(), before, after, outage.inIndonesian());
    }

    /** The limit of the same office or province that held until then, and the new one. */
    void cap(Cap cap, Collection<Cap> known) {
        var before = known.stream()
                .filter(one -> Objects.equals(one.office(), cap.office())
                        && !one.from().isAfter(cap.from()))
                .max(Comparator.comparing(Cap::from))
                .map(PlanActs::told)
                .orElse("");
        var whom = cap.office();
        tell(
                "CAP_CHANGED",
                whom == null ? "region" : "office",
                whom == null ? cap.province() : whom.value(),
                before,
                told(cap),
                "");
    }

    private void tell(String what, String kind, String subject, String before, String after, String why) {
        events.publishEvent(new Act(what, kind, subject, before.strip(), after.strip(), why));
    }

    private static String told(Cap cap) {
        return "%d places a day from %s".formatted(cap.placesADay(), cap.from());
    }

    static String told(Outage outage) {
        return "%s %s..%s".formatted(outage.type(), outage.firstDay(), outage.lastDay());
    }

    static String told(List<SpecialDay> special, String template) {
        var kinds = special.stream()
                .map(day -> day.kind() + " (" + day.inIndonesian() + ")")
                .collect(Collectors.joining(", "));
        return (kinds + " " + template).strip();
    }

    /** The days of the week that are meant, those alike together. */
    static String told(Map<DayOfWeek, Template> week, Set<DayOfWeek> meant) {
        var alike = new TreeMap<String, TreeSet<DayOfWeek>>();
        meant.forEach(day ->
                alike.computeIfAbsent(told(week.get(day)), _ -> new TreeSet<>()).add(day));
        return alike.entrySet().stream()
                .map(same -> same.getValue() + " " + same.getKey())
                .collect(Collectors.joining("; "));
    }

    private static String told(@Nullable Template day) {
        if (day == null) {
            return "no service";
        }
        var split = day.split();
        return "%s-%s, lunch %s-%s, %d counters, %d min a person, windows of %d min, shares %d/%d/%d/%d%s"
                .formatted(
                        day.opens(),
                        day.closes(),
                        day.lunchFrom(),
                        day.lunchUntil(),
                        day.counters(),
                        day.service().toMinutes(),
                        day.window().toMinutes(),
                        split.everyone(),
                        split.assisted(),
                        split.priority(),
                        split.partner(),
                        told(split.until()));
    }

    private static String told(@Nullable PartnersUntil until) {
        return until == null ? "" : ", partners until %s %d days before".formatted(until.at(), until.daysBefore());
    }
}
