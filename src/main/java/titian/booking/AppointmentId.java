package titian.booking;

import java.io.Serializable;
import java.util.UUID;

/** Names one visit booked by one person. */
public record AppointmentId(UUID value) implements Serializable {

    public static AppointmentId next() {
        return new AppointmentId(UUID.randomUUID());
    }

    public static AppointmentId of(String text) {
        return new AppointmentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
