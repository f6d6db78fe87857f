package titian.change;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import titian.application.ApplicationDesk;
import titian.booking.BookingDesk;
import titian.booking.BookingRefused;
import titian.shared.Channel;
import titian.slot.Slot;

/**
 * Where a visit is moved or given up. A move commits by itself, so it is written down beforehand that one was tried:
 * should the program die right after it, the diary finds the new time a while later and tells of it.
 */
@Service
class ChangeDesk {

    private final BookingDesk booking;
    private final ApplicationDesk applications;
    private final DiaryDesk diary;
    private final Clock clock;

    ChangeDesk(BookingDesk booking, ApplicationDesk applications, DiaryDesk diary, Clock clock) {
        this.booking = booking;
        this.applications = applications;
        this.diary = diary;
        this.clock = clock;
    }

    /**
     * Moves a visit to another window of the same office. The same key gives the same answer.
     *
     * @throws BookingRefused saying why not; then the visit stays where it was
     */
    void move(Visit visit, Slot to, String key) {
        diary.lookAgain(visit.id());
        try {
            booking.reschedule(visit.appointment().id(), to.id(), key);
        } catch (BookingRefused.Busy undecided) {
            throw undecided;
        } catch (BookingRefused refused) {
            diary.lookedAt(visit.id());
            throw refused;
        }
        diary.lookedAt(visit.id());
    }

    /**
     * The window a visit is to be moved to: the one that was chosen; where the office gives the hour, the first with
     * room on the day that was chosen.
     */
    Optional<Slot> wanted(Visit visit, Optional<Slot> chosen, Optional<LocalDate> day) {
        if (chosen.isPresent() || !visit.hoursAreAssigned()) {
            return chosen.filter(slot -> isOpenTo(visit, slot));
        }
        var now = clock.instant();
        return day.flatMap(date -> booking.day(visit.office().id(), date).stream()
                .filter(slot -> slot.canBeTaken(now))
                .findFirst());
    }

    /** Whether a visit may be in this window at all: one for everyone, or of the kind it had. */
    static boolean isOpenTo(Visit visit, Slot slot) {
        var appointment = visit.appointment();
        return slot.office().equals(appointment.office())
                && slot.lane() == appointment.lane()
                && (slot.channel() == Channel.PUBLIC || slot.channel() == appointment.channel());
    }

    /**
     * Gives a visit up: the place and the stage in one transaction. The second time nothing happens.
     *
     * @throws BookingRefused if it is too late, or the person has come
     */
    @Transactional
    void cancel(Visit visit) {
        booking.cancel(visit.appointment().id());
        applications.cancel(visit.id());
    }
}
