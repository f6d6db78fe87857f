package titian.home;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import titian.application.PassportApplication;
import titian.application.Stage.Booked;
import titian.booking.Appointment;
import titian.booking.BookingDesk;
import titian.office.Office;
import titian.office.OfficeDesk;
import titian.web.QrCode;

/** When and where an application's visit is. */
@Component
class Visits {

    private final BookingDesk booking;
    private final OfficeDesk offices;

    Visits(BookingDesk booking, OfficeDesk offices) {
        this.booking = booking;
        this.offices = offices;
    }

    /** A visit as pages show it: days and hours are the office's. */
    record Planned(Appointment appointment, Office office) {

        LocalDate day() {
            return office.day(appointment.startsAt());
        }

        QrCode qr() {
            return QrCode.of(appointment.code().value());
        }
    }

    Optional<Planned> of(PassportApplication application) {
        return application.stage() instanceof Booked booked
                ? booking.find(booked.appointment()).flatMap(this::planned)
                : Optional.empty();
    }

    Optional<Planned> planned(Appointment appointment) {
        return offices.find(appointment.office()).map(office -> new Planned(appointment, office));
    }
}
