package titian.booking;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.OfficeId;

/** The windows of offices' days: what there is, and beside it what is taken. */
@Repository
class Slots {

    /** Whom a slot is for. One lane for now; priority, assisted and partner lanes come beside it. */
    private static final String PUBLIC = "PUBLIC";

    private static final int WINDOWS_PER_DAY = 100;
    private static final int OFFICES = 2_000;

    /** A window to come, and how many people it takes. */
    record NewSlot(Windows.Window window, int places) {}

    /** A day of which something is known: what came of opening it, what is left, and whether a window is ahead. */
    record OpenedDay(LocalDate day, OpenedDays.Outcome outcome, int free, boolean windowsAhead) {

        Day seen(LocalDate today) {
            return new Day(day, openness(today), day.isBefore(today) ? 0 : free);
        }

        private Day.Openness openness(LocalDate today) {
            if (day.isBefore(today)) {
                return Day.Openness.PAST;
            }
            return switch (outcome) {
                case CLOSED -> Day.Openness.CLOSED;
                case HOLIDAY -> Day.Openness.HOLIDAY;
                case OPEN -> {
                    if (!windowsAhead) {
                        yield Day.Openness.PAST;
                    }
                    yield free > 0 ? Day.Openness.OPEN : Day.Openness.FULL;
                }
            };
        }
    }

    private static final RowMapper<Slot> SLOT = new SimplePropertyRowMapper<>(Slot.class);
    private static final RowMapper<OpenedDay> OPENED_DAY = new SimplePropertyRowMapper<>(OpenedDay.class);

    private final JdbcClient db;

    Slots(JdbcClient db) {
        this.db = db;
    }

    /** Adds windows. One that is there already stays as it is. */
    void add(OfficeId office, List<NewSlot> windows) {
        db.sql("""
                        INSERT INTO booking.slot (id, office, lane, starts_at, ends_at, capacity)
                        SELECT gen_random_uuid(), :office, :lane, slot.starts_at, slot.ends_at, slot.capacity
                          FROM unnest(CAST(:starts AS timestamptz[]),
                                      CAST(:ends AS timestamptz[]),
                                      CAST(:places AS int[])) AS slot (starts_at, ends_at, capacity)
                         ORDER BY slot.starts_at
                            ON CONFLICT DO NOTHING
                        """)
                .param("office", office.value())
                .param("lane", PUBLIC)
                .param(
                        "starts",
                        windows.stream()
                                .map(slot -> slot.window().startsAt().toString())
                                .toArray(String[]::new))
                .param(
                        "ends",
                        windows.stream()
                                .map(slot -> slot.window().endsAt().toString())
                                .toArray(String[]::new))
                .param("places", windows.stream().map(NewSlot::places).toArray(Integer[]::new))
                .update();
    }

    /** Takes a place if one is left in a window still ahead; false if not, and nothing is written. */
    boolean takePlace(SlotId slot, Instant now) {
        return db.sql("""
                        UPDATE booking.slot
                           SET taken = taken + 1
                         WHERE id = :slot AND taken < capacity AND starts_at > :now
                        """)
                        .param("slot", slot.value())
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    void givePlaceBack(SlotId slot) {
        db.sql("UPDATE booking.slot SET taken = taken - 1 WHERE id = :slot")
                .param("slot", slot.value())
                .update();
    }

    /** Keeps others from the slot of this appointment until the transaction ends: slots are locked before appointments. */
    void lockSlotOf(AppointmentId appointment) {
        db.sql("""
                        SELECT id
                          FROM booking.slot
                         WHERE id = (SELECT slot FROM booking.appointment WHERE id = :appointment)
                           FOR UPDATE
                        """).param("appointment", appointment.value()).query().listOfRows();
    }

    Optional<Slot> find(SlotId slot) {
        return db.sql("""
                        SELECT id, office, starts_at, ends_at, capacity, taken
                          FROM booking.slot
                         WHERE id = :slot
                        """).param("slot", slot.value()).query(SLOT).optional();
    }

    /** The windows of a span that have not begun, in order. */
    List<Slot> ahead(OfficeId office, Instant from, Instant until, Instant now) {
        return db.sql("""
                        SELECT id, office, starts_at, ends_at, capacity, taken
                          FROM booking.slot
                         WHERE office = :office AND lane = :lane
                           AND starts_at >= :from AND starts_at < :until AND starts_at > :now
                         ORDER BY starts_at
                         LIMIT :limit
                        """)
                .param("office", office.value())
                .param("lane", PUBLIC)
                .param("from", from.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .param("now", now.atOffset(UTC))
                .param("limit", WINDOWS_PER_DAY)
                .query(SLOT)
                .list();
    }

    /** On each of the earliest days with a place left, the first window that has one. */
    List<Slot> earliest(OfficeId office, Instant now, ZoneId zone, int limit) {
        return db.sql("""
                        SELECT DISTINCT ON (day) id, office, starts_at, ends_at, capacity, taken
                          FROM (SELECT *, date(starts_at AT TIME ZONE :zone) AS day
                                  FROM booking.slot
                                 WHERE office = :office AND lane = :lane
                                   AND starts_at > :now AND taken < capacity) free
                         ORDER BY day, starts_at
                         LIMIT :limit
                        """)
                .param("office", office.value())
                .param("lane", PUBLIC)
                .param("now", now.atOffset(UTC))
                .param("zone", zone.getId())
                .param("limit", limit)
                .query(SLOT)
                .list();
    }

    /** The days of a month that have been opened, in order. */
    List<OpenedDay> month(OfficeId office, YearMonth month, Instant now, ZoneId zone) {
        return db.sql("""
                        SELECT opened.day,
                               opened.outcome,
                               COALESCE(sum(slot.capacity - slot.taken), 0) AS free,
                               count(slot.id) > 0                           AS windows_ahead
                          FROM booking.opened_day opened
                          LEFT JOIN booking.slot
                            ON slot.office = opened.office
                           AND slot.lane = :lane
                           AND slot.starts_at >= CAST(opened.day AS timestamp) AT TIME ZONE :zone
                           AND slot.starts_at < CAST(opened.day + 1 AS timestamp) AT TIME ZONE :zone
                           AND slot.starts_at > :now
                         WHERE opened.office = :office AND opened.day BETWEEN :first AND :last
                         GROUP BY opened.day, opened.outcome
                         ORDER BY opened.day
                        """)
                .param("office", office.value())
                .param("lane", PUBLIC)
                .param("zone", zone.getId())
                .param("now", now.atOffset(UTC))
                .param("first", month.atDay(1))
                .param("last", month.atEndOfMonth())
                .query(OPENED_DAY)
                .list();
    }

    /** For each office with a place left, when its next one is: one look into the index per office. */
    Map<OfficeId, Instant> nextFree(Instant now) {
        record Next(OfficeId office, Instant startsAt) {}
        return db
                .sql("""
                        SELECT known.office, next.starts_at
                          FROM (SELECT DISTINCT office FROM booking.opened_day WHERE day = :today) known
                         CROSS JOIN LATERAL (SELECT slot.starts_at
                                               FROM booking.slot
                                              WHERE slot.office = known.office
                                                AND slot.lane = :lane
                                                AND slot.starts_at > :now
                                                AND slot.taken < slot.capacity
                                              ORDER BY slot.starts_at
                                              LIMIT 1) next
                         LIMIT :limit
                        """)
                .param("today", LocalDate.ofInstant(now, UTC).plusDays(1))
                .param("lane", PUBLIC)
                .param("now", now.atOffset(UTC))
                .param("limit", OFFICES)
                .query(new SimplePropertyRowMapper<>(Next.class))
                .list()
                .stream()
                .collect(Collectors.toMap(Next::office, Next::startsAt));
    }
}
