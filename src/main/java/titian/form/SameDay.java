package titian.form;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.stereotype.Component;
import titian.booking.BookingDesk;
import titian.form.Answer.Place;
import titian.form.Answer.Visit;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.office.SameDayDesk;
import titian.shared.Speed;
import titian.slot.Slot;

/**
 * Whether a passport can be promised for the day of the visit to whoever wishes for that: it needs no examination, the
 * office does it, and the visit begins early enough. A wish that cannot be kept stays, costs nothing, and is told.
 */
@Component
public class SameDay {

    /** What becomes of the wish. */
    public enum Promise {
        NOT_WISHED,
        MADE,
        NOT_FOR_THIS,
        NOT_THERE,
        TOO_LATE_AN_HOUR;

        /** Whether it was wished for and cannot be had. */
        public boolean isRefused() {
            return this != NOT_WISHED && this != MADE;
        }

        public Speed speed() {
            return this == MADE ? Speed.SAME_DAY : Speed.REGULAR;
        }

        /** The key of what to tell the applicant. */
        public String text() {
            return "form.speed." + name();
        }
    }

    private final SameDayDesk sameDays;
    private final OfficeDesk offices;
    private final BookingDesk booking;
    private final Clock clock;

    SameDay(SameDayDesk sameDays, OfficeDesk offices, BookingDesk booking, Clock clock) {
        this.sameDays = sameDays;
        this.offices = offices;
        this.booking = booking;
        this.clock = clock;
    }

    /** What can be promised to this form, as far as it is filled in. */
    public Promise of(Form form) {
        if (!isWished(form)) {
            return Promise.NOT_WISHED;
        }
        return form.asked().service().mayBeSameDay() ? atOffice(form) : Promise.NOT_FOR_THIS;
    }

    public static boolean isWished(Form form) {
        return form.asks(Section.KIND)
                && form.find(Kind.class)
                        .filter(kind -> kind.speed() == Speed.SAME_DAY)
                        .isPresent();
    }

    private Promise atOffice(Form form) {
        var office = office(form);
        if (office.isEmpty()) {
            return Promise.MADE;
        }
        var visit = visit(form, office.get());
        var until = until(office.get(), visit.map(Slot::startsAt));
        if (until.isEmpty()) {
            return Promise.NOT_THERE;
        }
        var early = visit.map(
                        slot -> slot.startsAt().atZone(office.get().zone()).toLocalTime())
                .map(begins -> begins.isBefore(until.get()));
        return early.orElse(true) ? Promise.MADE : Promise.TOO_LATE_AN_HOUR;
    }

    /** Until which hour the chosen office does it on the day of the visit, as far as both are chosen. */
    public Optional<LocalTime> until(Form form) {
        return office(form).flatMap(office -> until(office, visit(form, office).map(Slot::startsAt)));
    }

    private Optional<LocalTime> until(Office office, Optional<Instant> visit) {
        return sameDays.until(office.id(), visit.map(office::day).orElseGet(() -> office.day(clock.instant())));
    }

    private Optional<Office> office(Form form) {
        return form.find(Place.class).flatMap(place -> offices.find(place.office()));
    }

    private Optional<Slot> visit(Form form, Office office) {
        return form.find(Visit.class)
                .filter(visit -> visit.office().equals(office.id()))
                .flatMap(visit -> booking.slot(visit.slot()));
    }
}
