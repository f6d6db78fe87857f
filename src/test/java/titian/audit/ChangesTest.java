package titian.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import titian.TitianTest;
import titian.office.Cap;
import titian.office.OfficeDesk;
import titian.office.Outage;
import titian.office.PlanningDesk;
import titian.office.Split;
import titian.office.Template;
import titian.shared.OfficeId;
import titian.shared.PassportType;
import titian.shared.ServiceLane;

/** What administrators change is written down as it was and as it is. */
@TitianTest
class ChangesTest {

    /** Far from Java, and nobody else's in these tests. */
    private static final OfficeId OFFICE = OfficeId.of("kanim-sumbawa-besar");

    @Autowired
    PlanningDesk planning;

    @Autowired
    OfficeDesk offices;

    @Autowired
    AuditDesk desk;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    Clock clock;

    @Test
    void aWeekIsToldAsItWasAndAsItIs() {
        var day = far(DayOfWeek.MONDAY);
        plan(day, 1);
        plan(day, 3);

        assertThat(latest("PLAN_CHANGED")).satisfies(act -> {
            assertThat(act.kind()).isEqualTo("office");
            assertThat(act.before()).contains("PASSPORT " + day, "[MONDAY] 08:00-12:00", "1 counters");
            assertThat(act.after()).contains("PASSPORT " + day, "[MONDAY] 08:00-12:00", "3 counters");
        });
    }

    @Test
    void whatIsOnlyTriedIsNotWrittenDown() {
        var day = far(DayOfWeek.TUESDAY);
        transaction.executeWithoutResult(tried -> {
            tried.setRollbackOnly();
            planning.close(OFFICE, day, "Hanya dicoba", "Only tried");
        });

        assertThat(acts("DAY_CHANGED")).noneSatisfy(act -> assertThat(act.why()).isEqualTo("Hanya dicoba"));
    }

    @Test
    void aDayIsToldAsItWasAndAsItIsWithTheReason() {
        var day = far(DayOfWeek.WEDNESDAY);

        planning.close(OFFICE, day, "Gedung diperbaiki", "Building works");
        assertThat(latest("DAY_CHANGED")).satisfies(act -> {
            assertThat(act.before()).startsWith(day.toString()).doesNotContain("CLOSED");
            assertThat(act.after()).startsWith(day + " CLOSED (Gedung diperbaiki)");
            assertThat(act.why()).isEqualTo("Gedung diperbaiki");
        });

        planning.asUsual(OFFICE, day);
        assertThat(latest("DAY_CHANGED")).satisfies(act -> {
            assertThat(act.before()).contains("CLOSED");
            assertThat(act.after()).doesNotContain("CLOSED");
        });
    }

    @Test
    void anOutageIsToldOnceWhenItBeginsAndWhenItEnds() {
        var day = far(DayOfWeek.THURSDAY);
        var outage = new Outage(
                UUID.randomUUID(), OFFICE, PassportType.ELECTRONIC, day, day.plusDays(3), "Blangko habis", "No blanks");

        planning.reportOutage(outage);
        planning.reportOutage(outage);
        planning.endOutage(outage.id(), OFFICE, day.plusDays(1));

        assertThat(acts("OUTAGE_CHANGED"))
                .extracting(act -> act.before() + " > " + act.after())
                .containsExactly(
                        "ELECTRONIC %s..%s > over on %s".formatted(day, day.plusDays(3), day.plusDays(1)),
                        " > ELECTRONIC %s..%s".formatted(day, day.plusDays(3)));
    }

    @Test
    void aLimitIsToldAsItWasAndAsItIs() {
        var province = "91";
        var day = far(DayOfWeek.FRIDAY);
        planning.allow(new Cap(province, null, day, 999));
        planning.allow(new Cap(province, null, day.plusDays(1), 998));

        assertThat(desk.find(Search.of(null, null, "CAP_CHANGED", "region", province, null), Long.MAX_VALUE)
                        .getFirst()
                        .act())
                .satisfies(act -> {
                    assertThat(act.before()).isEqualTo("999 places a day from " + day);
                    assertThat(act.after()).isEqualTo("998 places a day from " + day.plusDays(1));
                });
    }

    private void plan(LocalDate day, int counters) {
        var template = new Template(
                counters,
                Duration.ofMinutes(30),
                Duration.ofHours(1),
                LocalTime.of(8, 0),
                LocalTime.of(12, 0),
                LocalTime.of(12, 0),
                LocalTime.of(12, 0),
                Split.ALL_PUBLIC);
        planning.plan(OFFICE, ServiceLane.PASSPORT, day, day, Set.of(day.getDayOfWeek()), template);
    }

    private LocalDate far(DayOfWeek weekday) {
        return offices.find(OFFICE)
                .orElseThrow()
                .day(clock.instant())
                .plusDays(500)
                .with(java.time.temporal.TemporalAdjusters.next(weekday));
    }

    private titian.shared.Act latest(String what) {
        return acts(what).getFirst();
    }

    private List<titian.shared.Act> acts(String what) {
        return desk.find(Search.of(null, null, what, "office", OFFICE.value(), null), Long.MAX_VALUE).stream()
                .map(Entry::act)
                .toList();
    }
}
