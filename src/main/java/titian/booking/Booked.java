package titian.booking;

import java.util.List;
import titian.shared.ApplicationId;
import titian.shared.PartyId;
import titian.slot.SlotId;

/** What came of a booking: a place for each of those who asked together, in the order they were named. */
public record Booked(PartyId party, List<Place> places) {

    public Booked {
        places = List.copyOf(places);
    }

    /** One person's place. */
    public record Place(AppointmentId appointment, ApplicationId application, BookingCode code, SlotId slot) {}

    /** The appointment of the first, who is often the only one. */
    public AppointmentId first() {
        return places.getFirst().appointment();
    }
}
