package titian.booking;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import titian.shared.OfficeId;
import titian.slot.SlotId;
import titian.slot.SomeSlots;

/** Windows for everyone, and places in them that come back: for tests of whoever is asked first. */
public final class SomeReturns {

    private final ReturnDesk desk;
    private final JdbcClient db;
    private final Clock clock;

    public SomeReturns(BeanFactory house) {
        this.desk = house.getBean(ReturnDesk.class);
        this.db = house.getBean(JdbcClient.class);
        this.clock = house.getBean(Clock.class);
    }

    /** A window that is full: all its places rest. */
    public SlotId full(OfficeId office, Instant startsAt, int places) {
        var id = UUID.randomUUID();
        var odd = SomeSlots.odd(startsAt);
        db.sql("""
                        INSERT INTO booking.slot (id, office, lane, channel, starts_at, ends_at, capacity, taken)
                        VALUES (:id, :office, 'PASSPORT', 'PUBLIC', :startsAt, :endsAt, :places, :places)
                        """)
                .param("id", id)
                .param("office", office.value())
                .param("startsAt", odd.atOffset(UTC))
                .param("endsAt", odd.plus(Duration.ofHours(1)).atOffset(UTC))
                .param("places", places)
                .update();
        var slot = new SlotId(id);
        for (int i = 0; i < places; i++) {
            rest(slot, clock.instant().plus(Duration.ofDays(400)));
        }
        return slot;
    }

    private void rest(SlotId slot, Instant backAt) {
        db.sql("INSERT INTO booking.resting_place (id, slot, places, back_at) VALUES (:id, :slot, 1, :at)")
                .param("id", UUID.randomUUID())
                .param("slot", slot.value())
                .param("at", backAt.atOffset(UTC))
                .update();
    }

    /** So many of the places that rest are due now; the sweep has not come yet. */
    public void due(SlotId slot, int places) {
        db.sql("""
                        UPDATE booking.resting_place
                           SET back_at = :now
                         WHERE id IN (SELECT id
                                        FROM booking.resting_place
                                       WHERE slot = :slot AND back_at > :longFromNow
                                       LIMIT :places)
                        """)
                .param("slot", slot.value())
                .param("now", clock.instant().atOffset(UTC))
                .param("longFromNow", clock.instant().plus(Duration.ofDays(300)).atOffset(UTC))
                .param("places", places)
                .update();
    }

    /** So many places come back now. */
    public void back(SlotId slot, int places) {
        due(slot, places);
        sweep();
    }

    /** Brings back all that is due, as the sweeps of a node do. */
    public void sweep() {
        while (desk.bringBack() > 0) {
            Thread.onSpinWait();
        }
    }

    /** Counted from the tables: the places of live appointments, and those kept or resting. */
    public int used(SlotId slot) {
        return db.sql("""
                        SELECT (SELECT count(*)
                                  FROM booking.appointment
                                 WHERE slot = :slot AND state IN ('HELD', 'CONFIRMED', 'CHECKED_IN'))
                             + (SELECT COALESCE(sum(places), 0) FROM booking.resting_place WHERE slot = :slot)
                        """).param("slot", slot.value()).query(Integer.class).single();
    }

    /** Whether a window has no more taken than places, and exactly what is used; counted in one look at the tables. */
    public boolean isRight(SlotId slot) {
        return db.sql("""
                        SELECT taken <= capacity
                           AND taken = (SELECT count(*)
                                          FROM booking.appointment
                                         WHERE slot = :slot AND state IN ('HELD', 'CONFIRMED', 'CHECKED_IN'))
                                     + (SELECT COALESCE(sum(places), 0) FROM booking.resting_place WHERE slot = :slot)
                          FROM booking.slot
                         WHERE id = :slot
                        """).param("slot", slot.value()).query(Boolean.class).single();
    }

    /** The live appointments of a window. */
    public int live(SlotId slot) {
        return db.sql("""
                        SELECT count(*)
                          FROM booking.appointment
                         WHERE slot = :slot AND state IN ('HELD', 'CONFIRMED', 'CHECKED_IN')
                        """).param("slot", slot.value()).query(Integer.class).single();
    }
}
