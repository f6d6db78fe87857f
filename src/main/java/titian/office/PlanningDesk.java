package titian.office;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;

/** Where administrators plan what their office can do, and regional offices allow how much. */
@Service
@Transactional
public class PlanningDesk {

    /** A day on which an office serves although the calendar says otherwise, or is shut although it would serve. */
    public record SpecialDay(LocalDate day, Kind kind, String inIndonesian, String inEnglish) {

        /** Why the day is unlike its week. */
        public enum Kind {
            HOLIDAY,
            JOINT_LEAVE,
            CLOSED,
            EXTRA
        }

        public String name(boolean indonesian) {
            return indonesian ? inIndonesian : inEnglish;
        }
    }

    private final Atlas atlas;
    private final Templates templates;
    private final ClosedDays closedDays;
    private final Caps caps;
    private final Outages outages;
    private final PlanActs acts;

    PlanningDesk(Atlas atlas, Templates templates, ClosedDays closedDays, Caps caps, Outages outages, PlanActs acts) {
        this.atlas = atlas;
        this.templates = templates;
        this.closedDays = closedDays;
        this.caps = caps;
        this.outages = outages;
        this.acts = acts;
    }

    /** The week in force on that day: each day of the week that has a template, whether or not it offers places. */
    @Transactional(readOnly = true)
    public Map<DayOfWeek, Template> week(OfficeId office, ServiceLane lane, LocalDate day) {
        var tier = atlas.office(office).map(Offices.Listed::tier).orElse(null);
        return templates.week(office, lane, tier, day);
    }

    /** The office's own weeks that are not over by that day, in order of their first day. */
    @Transactional(readOnly = true)
    public List<PlannedWeek> versions(OfficeId office, ServiceLane lane, LocalDate day) {
        return templates.versions(office, lane, day);
    }

    /**
     * Plans these days of the week, from a date on or for a while.
     *
     * @throws OfficeRefused.AboveCap if the regional office allows fewer places, then or later
     */
    public void plan(
            OfficeId office,
            ServiceLane lane,
            LocalDate from,
            @Nullable LocalDate until,
            Set<DayOfWeek> weekdays,
            Template template) {
        refuseAboveCap(office, from, until, template);
        var before = PlanActs.told(week(office, lane, from), weekdays);
        templates.plan(office, lane, from, until, weekdays, template);
        var span = lane + " " + from + (until == null ? "" : ".." + until);
        acts.week(office, span, before, PlanActs.told(week(office, lane, from), weekdays));
    }

    /** Closes an office for a day. */
    public void close(OfficeId office, LocalDate day, String whyInIndonesian, String whyInEnglish) {
        var before = told(office, day);
        closedDays.close(office, day, whyInIndonesian, whyInEnglish);
        acts.day(office, day, before, told(office, day), whyInIndonesian);
    }

    private String told(OfficeId office, LocalDate day) {
        return PlanActs.told(
                closedDays.special(office, day, day),
                PlanActs.told(week(office, ServiceLane.PASSPORT, day), Set.of(day.getDayOfWeek())));
    }

    /**
     * Serves on a day on which the calendar says otherwise: a Saturday, or a holiday.
     *
     * @throws OfficeRefused.AboveCap if the regional office allows fewer places
     */
    public void openExtra(
            OfficeId office, LocalDate day, Template template, String whyInIndonesian, String whyInEnglish) {
        refuseAboveCap(office, day, day, template);
        var before = told(office, day);
        closedDays.reopen(office, day);
        closedDays.openExtra(office, day, whyInIndonesian, whyInEnglish);
        templates.plan(office, ServiceLane.PASSPORT, day, day, Set.of(day.getDayOfWeek()), template);
        acts.day(office, day, before, told(office, day), whyInIndonesian);
    }

    /** Takes back that a day was closed or opened: it is a day like any other of its week again. */
    public void asUsual(OfficeId office, LocalDate day) {
        var before = told(office, day);
        closedDays.reopen(office, day);
        closedDays.forgetExtra(office, day);
        templates.forget(office, ServiceLane.PASSPORT, day, day);
        acts.day(office, day, before, told(office, day), "");
    }

    /** The holidays of a span, and the days an administrator of this office closed or opened, in order. */
    @Transactional(readOnly = true)
    public List<SpecialDay> specialDays(OfficeId office, LocalDate from, LocalDate until) {
        return closedDays.special(office, from, until);
    }

    public void reportOutage(Outage outage) {
        if (outages.add(outage)) {
            acts.outage(outage, "", PlanActs.told(outage));
        }
    }

    /** The books have come: from that day on the outage is over. */
    public void endOutage(UUID outage, OfficeId office, LocalDate day) {
        var known = outages.notOver(office, day).stream()
                .filter(one -> one.id().equals(outage))
                .findFirst();
        outages.end(outage, office, day);
        known.ifPresent(one -> acts.outage(one, PlanActs.told(one), "over on " + day));
    }

    /** The outages of an office that are not over by that day. */
    @Transactional(readOnly = true)
    public List<Outage> outages(OfficeId office, LocalDate day) {
        return outages.notOver(office, day);
    }

    /** The regional office an officer belongs to, if it is one. */
    public Optional<RegionalOffice> regionalOffice(OfficeId id) {
        return RegionalOffice.provinceOf(id).flatMap(atlas::region).map(RegionalOffice::new);
    }

    /** The offices and units of a province, by name. */
    public List<Office> officesOf(RegionalOffice regional) {
        return atlas.in(regional.province().code());
    }

    /**
     * Allows so many places a day. Days that people can book already keep theirs.
     *
     * @throws IllegalArgumentException if the office is in another province
     */
    public void allow(Cap cap) {
        if (cap.office() != null && !atlas.province(cap.office()).equals(Optional.of(cap.province()))) {
            throw new IllegalArgumentException("a regional office allows for its own province only");
        }
        var known = caps.of(cap.province());
        caps.set(cap);
        acts.cap(cap, known);
    }

    /** What a regional office has allowed, the newest first. */
    @Transactional(readOnly = true)
    public List<Cap> caps(RegionalOffice regional) {
        return caps.of(regional.province().code());
    }

    /** What holds for an office on that day. */
    @Transactional(readOnly = true)
    public Optional<Cap> cap(OfficeId office, LocalDate day) {
        return atlas.province(office)
                .map(province -> caps.over(province, office).floorEntry(day))
                .map(Map.Entry::getValue);
    }

    private void refuseAboveCap(OfficeId office, LocalDate from, @Nullable LocalDate until, Template template) {
        atlas.province(office)
                .flatMap(province -> caps.lowest(province, office, from, until))
                .filter(cap -> template.placesADay() > cap.placesADay())
                .ifPresent(cap -> {
                    throw new OfficeRefused.AboveCap(template.placesADay(), cap.placesADay(), cap.from());
                });
    }
}
