package titian.office;

import static java.util.Comparator.comparing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.shared.Nik;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;

/**
 * Where one asks about offices: which there are, whether and when they serve, and by which rules; and about regions,
 * for forms.
 */
@Service
public class OfficeDesk {

    /**
     * An entry of a list that is sorted by distance.
     *
     * @param kilometres absent where a position is too vague to count from, though good enough to sort by
     */
    public record Nearby(Office office, Optional<Double> kilometres) {}

    /** Why an office serves nobody at all, whatever the day. */
    public enum Closed {
        /** It is in old lists only. */
        HISTORIC,
        /** Another office took over: {@link OfficeDesk#successor}. */
        REPLACED,
        /** No recent source says that it still serves. */
        NOT_YET_CONFIRMED,
        /** A mission abroad: it serves by its own rules those who live there. */
        ABROAD,
        /** Nobody has set a quota for it: among others, units that open on weekends only. */
        NO_QUOTA
    }

    /** Whose rules an office follows until others are decided for it. */
    private static final Preset EVERYONES = Preset.M_PASPOR;

    /** A counter of an office, called by its number. */
    public record Counter(OfficeId office, int number) {}

    /** Nowhere does a day end later. */
    private static final ZoneOffset WESTMOST = ZoneOffset.ofHours(-12);

    private final Atlas atlas;
    private final Policies policies;
    private final Templates templates;
    private final Caps caps;
    private final ClosedDays closedDays;
    private final Outages outages;
    private final Counters counters;

    OfficeDesk(
            Atlas atlas,
            Policies policies,
            Templates templates,
            Caps caps,
            ClosedDays closedDays,
            Outages outages,
            Counters counters) {
        this.atlas = atlas;
        this.policies = policies;
        this.templates = templates;
        this.caps = caps;
        this.closedDays = closedDays;
        this.outages = outages;
        this.counters = counters;
    }

    public Optional<Office> find(OfficeId office) {
        return atlas.office(office).map(Offices.Listed::office);
    }

    /** Every office, unit and mission there is, whether it serves or not. */
    public List<Office> all() {
        return atlas.offices().stream().map(Offices.Listed::office).toList();
    }

    /**
     * Every office and unit in Indonesia, nearest to the regency's middle first; one that serves nobody stands in its
     * place. Of an unknown regency, by name.
     */
    public List<Nearby> nearest(String regencyCode) {
        return atlas.nearest(regencyCode);
    }

    /** The nearest offices that serve on that day when this one does not, its successor first. */
    public List<Nearby> alternatives(OfficeId office, LocalDate day, int limit) {
        var serving = templates.serving(day, null);
        var successor = successor(office);
        return atlas.office(office).map(atlas::nearest).orElse(List.of()).stream()
                .filter(nearby -> serving.contains(nearby.office().id()))
                .sorted(comparing(
                        nearby -> successor.filter(nearby.office()::equals).isEmpty()))
                .limit(limit)
                .toList();
    }

    /** The office that took this one's place. */
    public Optional<Office> successor(OfficeId office) {
        return atlas.office(office)
                .flatMap(listed -> Optional.ofNullable(listed.replacedBy()))
                .flatMap(this::find);
    }

    public Optional<Closed> closed(OfficeId office, LocalDate day) {
        return atlas.office(office)
                .filter(listed -> !serves(listed, templates.serving(day, office)))
                .map(OfficeDesk::whyClosed);
    }

    /** All offices that serve nobody at all, with the reason. */
    public Map<OfficeId, Closed> closed(LocalDate day) {
        var serving = templates.serving(day, null);
        return atlas.offices().stream()
                .filter(listed -> !serves(listed, serving))
                .collect(Collectors.toMap(listed -> listed.office().id(), OfficeDesk::whyClosed));
    }

    /** The rules in force at an office on that day: those decided for it, else those of M-Paspor. */
    public Policy policy(OfficeId office, LocalDate day) {
        return policies.inForce(office, ServiceLane.PASSPORT, day, EVERYONES).orElseThrow();
    }

    /** Offices that take form and papers at their counter on that day: people only book when they come. */
    public Set<OfficeId> takingPapersAtTheCounter(LocalDate day) {
        return policies.takingPapersAtTheCounter(ServiceLane.PASSPORT, day);
    }

    /** The standard rules of a preset, for an office to follow or to change. */
    public Policy standard(Preset preset, LocalDate day) {
        return policies.standard(preset, ServiceLane.PASSPORT, day).orElseThrow();
    }

    /** What the office can do on that day, unless it serves nobody: on a weekend, say. Holidays are not asked about. */
    public Optional<Template> template(OfficeId office, LocalDate day) {
        return Optional.ofNullable(
                templates(office, ServiceLane.PASSPORT, day, day).get(day));
    }

    /** Each day of a span, both ends included: how the office serves those who apply, or why it does not. */
    public List<OfficeDay> calendar(OfficeId office, LocalDate from, LocalDate until) {
        return calendar(office, ServiceLane.PASSPORT, from, until);
    }

    public List<OfficeDay> calendar(OfficeId office, ServiceLane lane, LocalDate from, LocalDate until) {
        var serving = templates(office, lane, from, until);
        var closed = closedDays.between(from, until, office).stream()
                .collect(Collectors.toMap(OfficeDay::date, Function.identity(), (first, _) -> first));
        return from.datesUntil(until.plusDays(1))
                .<OfficeDay>map(day -> {
                    var template = serving.get(day);
                    if (template == null) {
                        return new OfficeDay.DayOff(day);
                    }
                    var holiday = closed.get(day);
                    return holiday == null ? new OfficeDay.Serving(day, template) : holiday;
                })
                .toList();
    }

    /** The name of the holiday or joint leave on which offices are closed. */
    public Optional<String> holiday(LocalDate day, boolean inIndonesian) {
        return closedDays.between(day, day, null).stream()
                .map(holiday -> holiday.name(inIndonesian))
                .findFirst();
    }

    /** The books that cannot be issued at that moment, by office: days begin and end in each office's own time. */
    public Map<OfficeId, List<Outage>> outages(Instant now) {
        return outages.notOver(null, LocalDate.ofInstant(now, WESTMOST)).stream()
                .filter(outage -> atlas.office(outage.office())
                        .filter(at -> outage.lasts(at.office().day(now)))
                        .isPresent())
                .collect(Collectors.groupingBy(Outage::office));
    }

    public List<Counter> counters(OfficeId office) {
        return counters.of(office, tier(office));
    }

    /** Sets an office's own rules, from a date on. */
    @Transactional
    public void decide(OfficeId office, LocalDate from, Policy policy) {
        policies.decide(office, ServiceLane.PASSPORT, from, policy);
    }

    /** Sets what an office can do on these days of the week, from a date on. */
    @Transactional
    public void plan(OfficeId office, LocalDate from, Set<DayOfWeek> weekdays, Template template) {
        templates.plan(office, ServiceLane.PASSPORT, from, null, weekdays, template);
    }

    /** Closes an office for a day. */
    @Transactional
    public void close(OfficeId office, LocalDate day, String whyInIndonesian, String whyInEnglish) {
        closedDays.close(office, day, whyInIndonesian, whyInEnglish);
    }

    public List<Region> provinces() {
        return atlas.provinces();
    }

    public List<Region> regencies(String provinceCode) {
        return provinceCode.length() == 2 ? atlas.within(provinceCode) : List.of();
    }

    public List<Region> districts(String regencyCode) {
        return regencyCode.length() > 2 ? atlas.within(regencyCode) : List.of();
    }

    public Optional<Region> district(String code) {
        return atlas.region(code).filter(region -> region.code().length() == "31.74.01".length());
    }

    /** Where a number was first issued, as far as its digits are known: a hint, for codes come and go. */
    public Optional<FirstRegistered> firstRegistered(Nik nik) {
        return atlas.firstRegistered(nik);
    }

    /** What holds on each day, within what the regional office allows. */
    private Map<LocalDate, Template> templates(OfficeId office, ServiceLane lane, LocalDate from, LocalDate until) {
        var planned = templates.between(from, until, office, lane, tier(office));
        var over = atlas.province(office)
                .map(province -> caps.over(province, office))
                .orElseGet(TreeMap::new);
        if (!over.isEmpty()) {
            planned.replaceAll((day, template) -> Optional.ofNullable(over.floorEntry(day))
                    .map(cap -> template.within(cap.getValue().placesADay()))
                    .orElse(template));
            planned.values().removeIf(template -> template.places() == 0);
        }
        return planned;
    }

    private @Nullable Tier tier(OfficeId office) {
        return atlas.office(office).map(Offices.Listed::tier).orElse(null);
    }

    private static boolean serves(Offices.Listed listed, Set<OfficeId> withQuota) {
        return listed.office().type() != OfficeType.MISSION
                && withQuota.contains(listed.office().id());
    }

    private static Closed whyClosed(Offices.Listed listed) {
        if (listed.office().type() == OfficeType.MISSION) {
            return Closed.ABROAD;
        }
        return switch (listed.state()) {
            case HISTORIC -> Closed.HISTORIC;
            case REPLACED -> Closed.REPLACED;
            case UNCONFIRMED -> Closed.NOT_YET_CONFIRMED;
            case ACTIVE -> Closed.NO_QUOTA;
        };
    }
}
