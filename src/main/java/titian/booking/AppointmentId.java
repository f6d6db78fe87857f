package titian.booking;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import titian.platform.TimeOrdered;

/** Names one visit booked by one person. */
public record AppointmentId(UUID value) implements Serializable {

    public static AppointmentId next() {
        return new AppointmentId(UUID.randomUUID());
    }

    /** The next one in order of time: those of one day lie beside each other, so that writing them stays cheap. */
    static AppointmentId next(Instant now) {
        return new AppointmentId(TimeOrdered.next(now));
    }

    public static AppointmentId of(String text) {
        return new AppointmentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
