package titian.office;

import static java.time.DayOfWeek.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import titian.TitianTest;
import titian.office.OfficeDesk.Closed;
import titian.office.OfficeDesk.Counter;
import titian.shared.OfficeId;
import titian.shared.PassportType;

/** Every office says whether and when it serves, or why it cannot; each serves by its own rules. */
@TitianTest
class OfficeDeskTest {
    private static final OfficeId JAKARTA_SELATAN = OfficeId.of("kanim-jakarta-selatan");
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 2, 11);
    private static final LocalDate A_TUESDAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate A_FRIDAY = LocalDate.of(2026, 11, 27);
    private static final LocalDate A_SATURDAY = LocalDate.of(2026, 11, 28);

    @Autowired
    OfficeDesk desk;

    @Autowired
    PlanningDesk planning;

    @Test
    void anOfficeIsFoundByItsName() {
        var office = desk.find(JAKARTA_SELATAN).orElseThrow();

        assertThat(office.name()).isEqualTo("Kantor Imigrasi Kelas I Khusus Non TPI Jakarta Selatan");
        assertThat(office.type()).isEqualTo(OfficeType.IMMIGRATION_OFFICE);
        assertThat(office.city()).isEqualTo("Kota Administrasi Jakarta Selatan");
        assertThat(office.zone().getId()).isEqualTo("Asia/Jakarta");
        assertThat(desk.find(OfficeId.of("kanim-atlantis"))).isEmpty();
    }

    @Test
    void aMissionKeepsTheTimeOfWhereItIs() {
        assertThat(desk.find(OfficeId.of("kbri-riyadh")).orElseThrow().zone().getId())
                .isEqualTo("Asia/Riyadh");
    }

    @Test
    void anOutageBeginsAndEndsWithTheDaysOfItsOffice() {
        var late = OfficeId.of("kjri-los-angeles");
        var early = OfficeId.of("kanim-merauke");
        for (var office : List.of(late, early)) {
            planning.reportOutage(new Outage(
                    UUID.randomUUID(), office, PassportType.ELECTRONIC, LONG_AGO, LONG_AGO, "Habis", "None left"));
        }

        assertThat(desk.outages(Instant.parse("2020-02-10T14:59:59Z"))).doesNotContainKeys(early, late);
        assertThat(desk.outages(Instant.parse("2020-02-10T15:00:00Z"))).containsOnlyKeys(early);
        assertThat(desk.outages(Instant.parse("2020-02-11T14:59:59Z"))).containsOnlyKeys(early, late);
        assertThat(desk.outages(Instant.parse("2020-02-12T07:59:59Z"))).containsOnlyKeys(late);
        assertThat(desk.outages(Instant.parse("2020-02-12T08:00:00Z"))).doesNotContainKeys(early, late);
    }

    @Test
    void anOfficeThatServesNobodySaysWhy() {
        assertThat(reason("kanim-panjang")).contains(Closed.HISTORIC);
        assertThat(reason("ulp-lombok-timur")).contains(Closed.REPLACED);
        assertThat(reason("ulp-kualanamu")).contains(Closed.NOT_YET_CONFIRMED);
        assertThat(reason("up3-lippo-mall-puri")).as("open on weekends only").contains(Closed.NO_QUOTA);
        assertThat(reason("kbri-riyadh")).contains(Closed.ABROAD);
        assertThat(reason("kanim-jakarta-selatan")).isEmpty();
        assertThat(desk.closed(JAKARTA_SELATAN, LocalDate.of(2025, 12, 31)))
                .as("before the first rules")
                .contains(Closed.NO_QUOTA);
    }

    @Test
    void theReasonsOfAllOfficesAreThoseOfEach() {
        var closed = desk.closed(A_TUESDAY);

        assertThat(desk.all())
                .allSatisfy(office -> assertThat(Optional.ofNullable(closed.get(office.id())))
                        .isEqualTo(desk.closed(office.id(), A_TUESDAY)));
        assertThat(closed.values()).filteredOn(Closed.ABROAD::equals).hasSize(131);
        assertThat(closed.values()).filteredOn(Closed.NOT_YET_CONFIRMED::equals).hasSize(4);
        assertThat(closed.values()).filteredOn(Closed.NO_QUOTA::equals).hasSizeBetween(3, 4);
    }

    @Test
    void anOfficeThatCannotServeNamesItsSuccessorAndTheNearestThatCan() {
        var alternatives = desk.alternatives(OfficeId.of("ulp-lombok-timur"), A_TUESDAY, 2);

        assertThat(alternatives)
                .extracting(nearby -> nearby.office().id().value())
                .containsExactly("kanim-lombok-timur", "kanim-mataram");
        assertThat(desk.alternatives(OfficeId.of("up3-lippo-mall-puri"), A_TUESDAY, 2))
                .hasSize(2)
                .allSatisfy(nearby ->
                        assertThat(desk.closed(nearby.office().id(), A_TUESDAY)).isEmpty());
        assertThat(desk.alternatives(OfficeId.of("kanim-atlantis"), A_TUESDAY, 2))
                .isEmpty();
    }

    @Test
    void anOfficeOffersThePlacesOfItsClass() {
        assertThat(places("kanim-jakarta-selatan")).isEqualTo(24);
        assertThat(places("kanim-banda-aceh")).isEqualTo(18);
        assertThat(places("kanim-langsa")).isEqualTo(12);
        assertThat(places("kanim-klungkung")).isEqualTo(9);
        assertThat(places("kanim-garut")).as("class unknown").isEqualTo(9);
        assertThat(places("mpp-sidoarjo")).isEqualTo(6);
        assertThat(desk.template(OfficeId.of("kbri-riyadh"), A_TUESDAY)).isEmpty();
    }

    @Test
    void anOfficeFollowsTheRulesOfMPasporUntilOthersAreDecided() {
        var policy = desk.policy(JAKARTA_SELATAN, A_TUESDAY);

        assertThat(policy).isEqualTo(desk.standard(Preset.M_PASPOR, A_TUESDAY));
        assertThat(policy.preset()).isEqualTo(Preset.M_PASPOR);
        assertThat(policy.assignment()).isEqualTo(Assignment.CHOSEN);
        assertThat(policy.payment()).isEqualTo(PaymentTime.UPFRONT);
        assertThat(policy.documents()).isEqualTo(DocumentsTime.UPFRONT);
        assertThat(policy.groupLimit()).isEqualTo(5);
        assertThat(policy.hold()).isEqualTo(Duration.ofMinutes(120));
        assertThat(policy.lastDay(A_TUESDAY)).isEqualTo(A_TUESDAY.plusDays(30));
        assertThat(policy.reschedules()).isEqualTo(1);
        assertThat(policy.rescheduleDaysBefore()).isEqualTo(1);
        assertThat(policy.daysBetweenApplications()).isEqualTo(30);
        assertThat(desk.policy(OfficeId.of("up3-lippo-mall-puri"), A_SATURDAY)).isEqualTo(policy);
    }

    @Test
    void antreanPasporAssignsTheTimeAndAsksForNothingBeforehand() {
        var policy = desk.standard(Preset.ANTREAN_PASPOR, A_TUESDAY);

        assertThat(policy.assignment()).isEqualTo(Assignment.ASSIGNED);
        assertThat(policy.payment()).isEqualTo(PaymentTime.AT_OFFICE);
        assertThat(policy.documents()).isEqualTo(DocumentsTime.AT_OFFICE);
        assertThat(policy.groupLimit()).isEqualTo(1);
        assertThat(policy.release()).isNull();
    }

    @Test
    void apapoTakesGroupsAndReleasesEveryOtherFriday() {
        var policy = desk.standard(Preset.APAPO, A_TUESDAY);
        var release = Objects.requireNonNull(policy.release());

        assertThat(policy.assignment()).isEqualTo(Assignment.CHOSEN);
        assertThat(policy.groupLimit()).isEqualTo(5);
        assertThat(policy.daysBetweenApplications()).isEqualTo(30);
        assertThat(release.weekday()).isEqualTo(DayOfWeek.FRIDAY);
        assertThat(release.days()).isEqualTo(14);
        assertThat(policy.lastDay(A_FRIDAY)).isEqualTo(release.lastOf(release.next(A_FRIDAY)));
    }

    @Test
    void theHoursAreThoseOfMPaspor() {
        assertThat(desk.template(JAKARTA_SELATAN, A_TUESDAY).orElseThrow().windows())
                .extracting(LocalTime::toString)
                .containsExactly("08:00", "09:00", "10:00", "11:00", "13:00", "14:00");
    }

    @Test
    void onFridaysThePrayerBeginsTheBreakEarlier() {
        assertThat(desk.template(JAKARTA_SELATAN, A_FRIDAY).orElseThrow().windows())
                .extracting(LocalTime::toString)
                .containsExactly("08:00", "09:00", "10:00", "13:00", "14:00");
    }

    @Test
    void lateServesOnWeekends() {
        assertThat(desk.template(JAKARTA_SELATAN, A_SATURDAY)).isEmpty();
        assertThat(desk.template(JAKARTA_SELATAN, A_SATURDAY.plusDays(1))).isEmpty();
    }

    @Test
    void whatIsPlannedForAnOfficeGoesBeforeTheTemplateOfItsClassFromItsDateOn() {
        var office = OfficeId.of("kanim-tahuna");
        var before = desk.template(office, A_TUESDAY).orElseThrow();
        var small = before.with(2);
        var smaller = before.with(1);

        desk.plan(office, LocalDate.of(2026, 12, 1), Set.of(DayOfWeek.TUESDAY), small);
        desk.plan(office, LocalDate.of(2026, 12, 8), Set.of(DayOfWeek.TUESDAY), before.with(9));
        desk.plan(office, LocalDate.of(2026, 12, 8), Set.of(DayOfWeek.TUESDAY), smaller);

        assertThat(desk.template(office, A_TUESDAY)).contains(before);
        assertThat(desk.template(office, LocalDate.of(2026, 12, 1))).contains(small);
        assertThat(desk.template(office, LocalDate.of(2026, 12, 2))).contains(before);
        assertThat(desk.template(office, LocalDate.of(2026, 12, 8))).contains(smaller);
        assertThat(desk.template(office, LocalDate.of(2027, 6, 1))).contains(smaller);
    }

    @Test
    void rulesDecidedForAnOfficeHoldFromTheirDateOnAndCanBeDecidedAgain() {
        var office = OfficeId.of("kanim-wakatobi");
        var before = desk.policy(office, A_TUESDAY);
        var from = LocalDate.of(2026, 12, 1);
        var apapo = desk.standard(Preset.APAPO, from);
        var without = apapo.releasing(null);

        desk.decide(office, from, apapo);
        assertThat(desk.policy(office, from)).isEqualTo(apapo);
        desk.decide(office, from, without);

        assertThat(desk.policy(office, A_TUESDAY)).isEqualTo(before);
        assertThat(desk.policy(office, from)).isEqualTo(without);
        assertThat(desk.policy(office, from.plusYears(1))).isEqualTo(without);
    }

    @Test
    void anOfficeWhosePlacesAreTakenAwayServesNobody() {
        var office = OfficeId.of("kanim-bima");
        var none = desk.template(office, A_TUESDAY).orElseThrow().with(0);

        desk.plan(office, LocalDate.of(2027, 1, 1), EnumSet.allOf(DayOfWeek.class), none);

        assertThat(desk.closed(office, LocalDate.of(2026, 12, 31))).isEmpty();
        assertThat(desk.closed(office, LocalDate.of(2027, 1, 1))).contains(Closed.NO_QUOTA);
        assertThat(desk.template(office, LocalDate.of(2027, 1, 5))).isEmpty();
    }

    @Test
    void aUnitWithoutATemplateServesOnceItsPlacesAreSet() {
        var unit = OfficeId.of("ulp-pasar-pagi-mangga-dua");
        var template = desk.template(JAKARTA_SELATAN, A_TUESDAY).orElseThrow();

        desk.plan(unit, LocalDate.of(2027, 2, 1), Set.of(SATURDAY), template);

        assertThat(desk.closed(unit, LocalDate.of(2027, 1, 31))).contains(Closed.NO_QUOTA);
        assertThat(desk.closed(unit, LocalDate.of(2027, 2, 1))).isEmpty();
        assertThat(desk.template(unit, LocalDate.of(2027, 2, 6))).contains(template);
        assertThat(desk.template(unit, LocalDate.of(2027, 2, 8))).isEmpty();
    }

    @Test
    void theCalendarSaysOfEachDayHowOrWhyNot() {
        var december = desk.calendar(JAKARTA_SELATAN, LocalDate.of(2026, 12, 21), LocalDate.of(2027, 1, 3));

        assertThat(december)
                .extracting(day -> day.getClass().getSimpleName())
                .containsExactly(
                        "Serving", "Serving", "Serving", "Holiday", "Holiday", "DayOff", "DayOff", "Serving", "Serving",
                        "Serving", "Serving", "Holiday", "DayOff", "DayOff");
        assertThat(december)
                .extracting(OfficeDay::date)
                .startsWith(LocalDate.of(2026, 12, 21))
                .endsWith(LocalDate.of(2027, 1, 3));
        assertThat(desk.calendar(OfficeId.of("kbri-riyadh"), A_TUESDAY, A_FRIDAY))
                .hasSize(4)
                .allSatisfy(day -> assertThat(day).isInstanceOf(OfficeDay.DayOff.class));
    }

    @Test
    void holidaysAndJointLeaveAreNamedInBothLanguages() {
        assertThat(desk.holiday(LocalDate.of(2026, 12, 24), true)).contains("Cuti bersama Hari Raya Natal");
        assertThat(desk.holiday(LocalDate.of(2026, 12, 24), false)).contains("Joint leave: Christmas");
        assertThat(desk.holiday(LocalDate.of(2026, 8, 17), true)).contains("Proklamasi Kemerdekaan");
        assertThat(desk.holiday(A_TUESDAY, true)).isEmpty();
    }

    @Test
    void aDayClosedForOneOfficeIsClosedForNoOther() {
        var office = OfficeId.of("kanim-ambon");
        var day = LocalDate.of(2026, 12, 9);

        desk.close(office, day, "Pemindahan gedung", "Moving house");
        desk.close(office, day, "Pindah gedung", "Moving house");

        assertThat(desk.calendar(office, day, day))
                .containsExactly(new OfficeDay.Holiday(day, "Pindah gedung", "Moving house"));
        assertThat(desk.calendar(JAKARTA_SELATAN, day, day).getFirst()).isInstanceOf(OfficeDay.Serving.class);
        assertThat(desk.holiday(day, true)).isEmpty();
    }

    @Test
    void anOfficeHasTheCountersOfItsClass() {
        assertThat(desk.counters(JAKARTA_SELATAN)).extracting(Counter::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(desk.counters(OfficeId.of("mpp-mojokerto"))).hasSize(2);
        assertThat(desk.counters(OfficeId.of("kbri-riyadh"))).isEmpty();
    }

    private Optional<Closed> reason(String office) {
        return desk.closed(OfficeId.of(office), A_TUESDAY);
    }

    private int places(String office) {
        return desk.template(OfficeId.of(office), A_TUESDAY).orElseThrow().places();
    }
}
