package titian.slot;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.Channel;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;

/** The windows of offices' days: what there is, and beside it what is taken. */
@Repository
class Slots {

    private static final int WINDOWS_PER_DAY = 100;
    private static final int OFFICES = 2_000;

    /** A window to come: for what and for whom, how many people, from when on, and from when on for everyone. */
    record NewSlot(
            Windows.Window window,
            ServiceLane lane,
            Channel channel,
            int places,
            @Nullable Instant opensAt,
            @Nullable Instant everyonesFrom) {

        NewSlot with(int others) {
            return new NewSlot(window, lane, channel, others, opensAt, everyonesFrom);
        }

        /** So many places of it, for everyone. */
        NewSlot forEveryone(int left) {
            return new NewSlot(window, lane, Channel.PUBLIC, left, null, null);
        }

        boolean isEveryones(Instant now) {
            return everyonesFrom != null && !everyonesFrom.isAfter(now);
        }
    }

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

    private static final RowMapper<Ahead> AHEAD = new SimplePropertyRowMapper<>(Ahead.class);
    private static final RowMapper<Slot> SLOT = new SimplePropertyRowMapper<>(Slot.class);
    private static final RowMapper<OpenedDay> OPENED_DAY = new SimplePropertyRowMapper<>(OpenedDay.class);

    private final JdbcClient db;

    Slots(JdbcClient db) {
        this.db = db;
    }

    /** Adds windows, named in order of time. One that is there already stays as it is. */
    void add(OfficeId office, List<NewSlot> windows, Instant now) {
        db.sql("""
                        INSERT INTO booking.slot (id, office, lane, channel, starts_at, ends_at, opens_at,
                               everyones_from, capacity)
                        SELECT slot.id, :office, slot.lane, slot.channel, slot.starts_at, slot.ends_at, slot.opens_at,
                               slot.everyones_from, slot.capacity
                          FROM unnest(CAST(:ids AS uuid[]),
                                      CAST(:lanes AS text[]),
                                      CAST(:channels AS text[]),
                                      CAST(:starts AS timestamptz[]),
                                      CAST(:ends AS timestamptz[]),
                                      CAST(:opens AS timestamptz[]),
                                      CAST(:everyones AS timestamptz[]),
                                      CAST(:places AS int[]))
                               AS slot (id, lane, channel, starts_at, ends_at, opens_at, everyones_from, capacity)
                         ORDER BY slot.lane, slot.starts_at, slot.channel
                            ON CONFLICT DO NOTHING
                        """)
                .param("office", office.value())
                .param("ids", each(windows, _ -> SlotId.next(now).toString()))
                .param("lanes", each(windows, slot -> slot.lane().name()))
                .param("channels", each(windows, slot -> slot.channel().name()))
                .param("starts", each(windows, slot -> slot.window().startsAt().toString()))
                .param("ends", each(windows, slot -> slot.window().endsAt().toString()))
                .param("opens", each(windows, slot -> text(slot.opensAt())))
                .param("everyones", each(windows, slot -> text(slot.everyonesFrom())))
                .param("places", windows.stream().map(NewSlot::places).toArray(Integer[]::new))
                .update();
    }

    private static @Nullable String[] each(List<NewSlot> windows, Function<NewSlot, @Nullable String> value) {
        return windows.stream().map(value).toArray(String[]::new);
    }

    static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }

    Optional<Slot> find(SlotId slot) {
        return db.sql("""
                        SELECT id, office, lane, channel, starts_at, ends_at, opens_at, capacity, taken
                          FROM booking.slot
                         WHERE id = :slot
                        """).param("slot", slot.value()).query(SLOT).optional();
    }

    /** The windows of a span that have not begun, in order. */
    List<Slot> ahead(OfficeId office, Instant from, Instant until, Instant now) {
        return db.sql("""
                        SELECT id, office, lane, channel, starts_at, ends_at, opens_at, capacity, taken
                          FROM booking.slot
                         WHERE office = :office AND lane = 'PASSPORT' AND channel = 'PUBLIC'
                           AND starts_at >= :from AND starts_at < :until AND starts_at > :now
                           AND capacity > surplus
                         ORDER BY starts_at
                         LIMIT :limit
                        """)
                .param("office", office.value())
                .param("from", from.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .param("now", now.atOffset(UTC))
                .param("limit", WINDOWS_PER_DAY)
                .query(SLOT)
                .list();
    }

    /** A window to come as the snapshot of what is free shows it. */
    record Ahead(Instant startsAt, @Nullable Instant opensAt, int free) {}

    /** Everything ahead that anyone may book, now or once it opens. */
    List<Ahead> ahead(OfficeId office, ServiceLane lane, Instant now, int limit) {
        return db.sql("""
                        SELECT starts_at, opens_at, capacity - taken AS free
                          FROM booking.slot
                         WHERE office = :office AND lane = :lane AND channel = 'PUBLIC' AND starts_at > :now
                           AND capacity > surplus
                         ORDER BY starts_at
                         LIMIT :limit
                        """)
                .param("office", office.value())
                .param("lane", lane.name())
                .param("now", now.atOffset(UTC))
                .param("limit", limit)
                .query(AHEAD)
                .list();
    }

    /** Of which offices and lanes these windows are, as in {@code kanim-depok:PASSPORT}. */
    List<String> boards(List<SlotId> windows) {
        return db.sql("""
                        SELECT DISTINCT office || ':' || lane
                          FROM booking.slot
                         WHERE id = ANY (CAST(:windows AS uuid[]))
                        """)
                .param("windows", windows.stream().map(SlotId::value).toArray(UUID[]::new))
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** On each of the earliest days with a place left, the first window that has one. */
    List<Slot> earliest(OfficeId office, Instant now, ZoneId zone, int limit) {
        return db.sql("""
                        SELECT DISTINCT ON (day) id, office, lane, channel, starts_at, ends_at, opens_at, capacity, taken
                          FROM (SELECT *, date(starts_at AT TIME ZONE :zone) AS day
                                  FROM booking.slot
                                 WHERE office = :office AND lane = 'PASSPORT' AND channel = 'PUBLIC'
                                   AND starts_at > :now AND taken < capacity
                                   AND (opens_at IS NULL OR opens_at <= :now)) free
                         ORDER BY day, starts_at
                         LIMIT :limit
                        """)
                .param("office", office.value())
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
                           AND slot.lane = 'PASSPORT' AND slot.channel = 'PUBLIC'
                           AND slot.starts_at >= CAST(opened.day AS timestamp) AT TIME ZONE :zone
                           AND slot.starts_at < CAST(opened.day + 1 AS timestamp) AT TIME ZONE :zone
                           AND slot.starts_at > :now
                         WHERE opened.office = :office AND opened.day BETWEEN :first AND :last
                         GROUP BY opened.day, opened.outcome
                         ORDER BY opened.day
                        """)
                .param("office", office.value())
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
                                                AND slot.lane = 'PASSPORT' AND slot.channel = 'PUBLIC'
                                                AND slot.starts_at > :now
                                                AND slot.taken < slot.capacity
                                                AND (slot.opens_at IS NULL OR slot.opens_at <= :now)
                                              ORDER BY slot.starts_at
                                              LIMIT 1) next
                         LIMIT :limit
                        """)
                .param("today", LocalDate.ofInstant(now, UTC).plusDays(1))
                .param("now", now.atOffset(UTC))
                .param("limit", OFFICES)
                .query(new SimplePropertyRowMapper<>(Next.class))
                .list()
                .stream()
                .collect(Collectors.toMap(Next::office, Next::startsAt));
    }
}
