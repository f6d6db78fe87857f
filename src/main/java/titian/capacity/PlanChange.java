package titian.capacity;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import titian.office.Cap;
import titian.office.PlanningDesk;
import titian.office.Template;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;

/** What an administrator wants to be otherwise, from which day on and until which. */
sealed interface PlanChange {

    LocalDate from();

    /** The last day it is about; absent for what holds until something later begins. */
    @Nullable
    LocalDate until();

    void apply(PlanningDesk desk, OfficeId office);

    /** Some days of the week are served in another way. */
    record Week(ServiceLane lane, LocalDate from, @Nullable LocalDate until, Set<DayOfWeek> weekdays, Template template)
            implements PlanChange {

        @Override
        public void apply(PlanningDesk desk, OfficeId office) {
            desk.plan(office, lane, from, until, weekdays, template);
        }
    }

    /** A change of one day. */
    sealed interface OneDay extends PlanChange {

        LocalDate day();

        @Override
        default LocalDate from() {
            return day();
        }

        @Override
        default LocalDate until() {
            return day();
        }
    }

    /** The office serves on a day on which it would not, or in another way. */
    record Extra(LocalDate day, Template template, String inIndonesian, String inEnglish) implements OneDay {

        @Override
        public void apply(PlanningDesk desk, OfficeId office) {
            desk.openExtra(office, day, template, inIndonesian, inEnglish);
        }
    }

    /** The office is shut on a day on which it would serve. */
    record Shut(LocalDate day, String inIndonesian, String inEnglish) implements OneDay {

        @Override
        public void apply(PlanningDesk desk, OfficeId office) {
            desk.close(office, day, inIndonesian, inEnglish);
        }
    }

    /** A day is like any other of its week again. */
    record AsUsual(LocalDate day) implements OneDay {

        @Override
        public void apply(PlanningDesk desk, OfficeId office) {
            desk.asUsual(office, day);
        }
    }

    /** A regional office allows another number of places a day. */
    record Limit(Cap cap) implements PlanChange {

        @Override
        public LocalDate from() {
            return cap.from();
        }

        @Override
        public @Nullable LocalDate until() {
            return null;
        }

        @Override
        public void apply(PlanningDesk desk, OfficeId office) {
            desk.allow(cap);
        }
    }
}
