package titian.change;

import java.time.Instant;
import java.time.LocalDate;
import titian.application.ApplicationDesk.Summary;
import titian.booking.Appointment;
import titian.booking.AppointmentState;
import titian.booking.ChangeRule;
import titian.office.Assignment;
import titian.office.Office;
import titian.shared.ApplicationId;
import titian.slot.Slot;
import titian.web.Words;

/**
 * A visit as its applicant may change it.
 *
 * @param assignment whether people choose the hour themselves at this office
 */
record Visit(Summary application, Appointment appointment, Office office, ChangeRule rule, Assignment assignment) {

    private static final String SCHEDULED = "SCHEDULED";

    /** Whether it lies ahead: only then can it be moved or given up. */
    boolean isAhead() {
        return application.stage().equals(SCHEDULED) && appointment.state() == AppointmentState.CONFIRMED;
    }

    /** Whether it stands in this window because it was moved there. */
    boolean wasMovedTo(Slot slot) {
        return appointment.slot().equals(slot.id()) && appointment.moves() > 0;
    }

    ApplicationId id() {
        return application.id();
    }

    LocalDate day() {
        return day(appointment.startsAt());
    }

    LocalDate day(Instant at) {
        return office.day(at);
    }

    /** Whether a fee was paid here, which stays with the application. */
    boolean isPaid() {
        return application.bill() != null;
    }

    boolean hoursAreAssigned() {
        return assignment == Assignment.ASSIGNED;
    }

    /** The address of its application's page, or of one below it. */
    String address(String path) {
        return "/permohonan/" + id() + (path.isEmpty() ? "" : "/" + path);
    }

    /** 09.30–10.00 WIB */
    String hours(Words words) {
        return hours(appointment.startsAt(), appointment.endsAt(), words);
    }

    String hours(Instant from, Instant until, Words words) {
        return words.hour(from, office.zone()) + "–" + words.hour(until, office.zone()) + " "
                + words.zone(office.zone());
    }

    /** The last day on which it may be changed, as in Senin, 7 Desember. */
    String lastDay(Words words) {
        return words.dayOfYear(rule.lastDay(office.zone()));
    }
}
