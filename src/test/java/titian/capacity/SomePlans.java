package titian.capacity;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.beans.factory.BeanFactory;
import titian.booking.BookingDesk;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.office.PlanningDesk;
import titian.office.Split;
import titian.office.Template;
import titian.shared.OfficeId;
import titian.slot.Slot;

/** Plans of real offices, each office met by one test only: what it plans and books there is nobody else's. */
final class SomePlans {

    static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);

    private final OfficeDesk offices;
    private final PlanningDesk planning;
    private final BookingDesk bookings;
    private final PlanDesk plans;
    private final Clock clock;

    SomePlans(BeanFactory house) {
        this.offices = house.getBean(OfficeDesk.class);
        this.planning = house.getBean(PlanningDesk.class);
        this.bookings = house.getBean(BookingDesk.class);
        this.plans = house.getBean(PlanDesk.class);
        this.clock = house.getBean(Clock.class);
    }

    /** The office serves every day of the week from today on, from eight to ten, one person an hour at each counter. */
    Office serving(String office, int counters) {
        var found = offices.find(OfficeId.of(office)).orElseThrow();
        plans.save(
                found.id(), everyDay(found, counters), plans.version(found.id()).number(), "Ratna");
        bookings.openDays(found.id());
        return found;
    }

    PlanChange.Week everyDay(Office office, int counters) {
        return new PlanChange.Week(
                titian.shared.ServiceLane.PASSPORT, today(office), null, EVERY_DAY, twoHours(counters));
    }

    static Template twoHours(int counters) {
        return new Template(
                counters,
                Duration.ofHours(1),
                Duration.ofHours(1),
                LocalTime.of(8, 0),
                LocalTime.of(10, 0),
                LocalTime.of(12, 0),
                LocalTime.of(12, 0),
                Split.ALL_PUBLIC);
    }

    LocalDate today(Office office) {
        return office.day(clock.instant());
    }

    /** A day so far ahead that nobody there has an excuse; neither it nor a day beside it is a holiday. */
    LocalDate day(Office office) {
        var day = today(office).plusDays(6);
        while (!planning.specialDays(office.id(), day.minusDays(1), day.plusDays(1))
                .isEmpty()) {
            day = day.plusDays(1);
        }
        return day;
    }

    Slot first(Office office, LocalDate day) {
        return bookings.day(office.id(), day).getFirst();
    }

    void save(Office office, PlanChange change) {
        plans.save(office.id(), change, plans.version(office.id()).number(), "Ratna");
    }
}
