package titian.booking;

import java.time.Clock;
import java.util.ArrayList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.slot.Availability;

/** Where time takes back what nobody claimed, and where rested places come back: to those who wait, then to everyone. */
@Service
@Transactional
class ReturnDesk {

    private static final int AT_ONCE = 200;

    private final Appointments appointments;
    private final Resting resting;
    private final Rests rests;
    private final ObjectProvider<FreedPlaces> waiting;
    private final Availability availability;
    private final Clock clock;

    ReturnDesk(
            Appointments appointments,
            Resting resting,
            Rests rests,
            ObjectProvider<FreedPlaces> waiting,
            Availability availability,
            Clock clock) {
        this.appointments = appointments;
        this.resting = resting;
        this.rests = rests;
        this.waiting = waiting;
        this.availability = availability;
        this.clock = clock;
    }

    /** Ends some of the holds nobody claimed; gives how many. */
    int expireUnclaimed() {
        var now = clock.instant();
        var left = appointments.expireUnclaimed(now, AT_ONCE);
        if (!left.isEmpty()) {
            resting.lay(
                    left,
                    left.stream().map(one -> rests.backAt(one.office(), now)).toList());
        }
        return left.size();
    }

    /** Brings some of the rested places back; gives to how many windows. */
    int bringBack() {
        var now = clock.instant();
        var rested = resting.takeRested(now, AT_ONCE);
        for (var places : rested) {
            var back = places.places() - resting.withdraw(places.slot(), places.places());
            var kept = new ArrayList<FreedPlaces.Kept>();
            waiting.orderedStream().forEach(list -> {
                var left = back - sum(kept);
                if (left > 0) {
                    kept.addAll(list.take(places.slot(), left, now));
                }
            });
            kept.forEach(offer -> resting.keep(places.slot(), offer));
            var free = back - sum(kept);
            if (free < 0) {
                throw new IllegalStateException("more places were kept than came back to " + places.slot());
            }
            if (free > 0) {
                resting.comeBack(places.slot(), free);
            }
        }
        availability.changed(rested.stream().map(Resting.Rested::slot).toList());
        return rested.size();
    }

    private static int sum(Iterable<FreedPlaces.Kept> kept) {
        int places = 0;
        for (var one : kept) {
            places += one.places();
        }
        return places;
    }
}
