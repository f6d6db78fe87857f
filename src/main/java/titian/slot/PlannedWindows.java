package titian.slot;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.shared.Channel;
import titian.shared.OfficeId;
import titian.shared.ServiceLane;
import titian.slot.DisplacedPeople.Displaced;
import titian.slot.Slots.NewSlot;

/** The windows of days that are open, beside what the plan has for them now. */
@Repository
class PlannedWindows {

    private static final int WINDOWS = 100_000;
    private static final int PEOPLE = 5_000;
    private static final int CROWDED = 500;

    private static final RowMapper<Standing> STANDING = new SimplePropertyRowMapper<>(Standing.class);

    /** A window as it stands; of what is taken some rests. */
    record Standing(
            SlotId id,
            ServiceLane lane,
            Channel channel,
            Instant startsAt,
            Instant endsAt,
            int planned,
            int taken,
            int resting) {}

    /**
     * A window and how many places the plan has for it now.
     *
     * @param left how many of them partners have left to everyone
     */
    record Change(
            Instant startsAt,
            @Nullable Standing standing,
            @Nullable NewSlot wanted,
            int left) {

        Change(Instant startsAt, @Nullable Standing standing, @Nullable NewSlot wanted) {
            this(startsAt, standing, wanted, 0);
        }

        ServiceLane lane() {
            return standing == null ? Objects.requireNonNull(wanted).lane() : standing.lane();
        }

        Channel channel() {
            return standing == null ? Objects.requireNonNull(wanted).channel() : standing.channel();
        }

        /** With what partners left. */
        Change more(NewSlot others) {
            var all = wanted == null ? others : wanted.with(wanted.places() + others.places());
            return new Change(startsAt, standing, all, others.places());
        }

        /** How many of its new places partners left just now. */
        int rests() {
            return standing == null ? 0 : Math.clamp(after() - before(), 0, left);
        }

        int before() {
            return standing == null ? 0 : standing.planned();
        }

        int after() {
            return wanted == null ? 0 : wanted.places();
        }

        int taken() {
            return standing == null ? 0 : standing.taken();
        }

        /** How many people have more than the plan holds: what merely rests goes by itself. */
        int toMove() {
            return standing == null ? 0 : Math.max(0, standing.taken() - standing.resting() - after());
        }
    }

    private final JdbcClient db;

    PlannedWindows(JdbcClient db) {
        this.db = db;
    }

    /** Nobody books these windows before this transaction ends. In order of their names, as the engine does. */
    void lock(OfficeId office, Instant from, Instant until) {
        db.sql("""
                        SELECT id
                          FROM booking.slot
                         WHERE office = :office AND starts_at >= :from AND starts_at < :until
                         ORDER BY id
                           FOR UPDATE
                        """)
                .param("office", office.value())
                .param("from", from.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .query(UUID.class)
                .list();
    }

    /** The windows of a span that have not begun, compared with those that are wanted. */
    List<Change> compare(OfficeId office, Instant from, Instant until, Instant now, List<NewSlot> wanted) {
        record Key(ServiceLane lane, Channel channel, Instant startsAt) {}
        var left = new HashMap<Key, NewSlot>();
        wanted.stream()
                .filter(slot -> slot.window().startsAt().isAfter(now))
                .forEach(slot -> left.put(
                        new Key(slot.lane(), slot.channel(), slot.window().startsAt()), slot));
        var changes = new ArrayList<Change>();
        for (var standing : standing(office, from, until, now)) {
            changes.add(new Change(
                    standing.startsAt(),
                    standing,
                    left.remove(new Key(standing.lane(), standing.channel(), standing.startsAt()))));
        }
        left.values().forEach(slot -> changes.add(new Change(slot.window().startsAt(), null, slot)));
        return changes;
    }

    private List<Standing> standing(OfficeId office, Instant from, Instant until, Instant now) {
        return db.sql("""
                        SELECT id, lane, channel, starts_at, ends_at, capacity - surplus AS planned, taken,
                               COALESCE((SELECT sum(places)
                                           FROM booking.resting_place
                                          WHERE resting_place.slot = slot.id), 0) AS resting
                          FROM booking.slot
                         WHERE office = :office AND starts_at >= :from AND starts_at < :until AND starts_at > :now
                         ORDER BY id
                         LIMIT :limit
                        """)
                .param("office", office.value())
                .param("from", from.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .param("now", now.atOffset(UTC))
                .param("limit", WINDOWS)
                .query(STANDING)
                .list();
    }

    /** Gives standing windows the places the plan has for them; what is taken beyond that stays until it comes back. */
    void resize(List<Change> changes) {
        db.sql("""
                        UPDATE booking.slot
                           SET capacity = greatest(slot.taken, wanted.places),
                               surplus = greatest(slot.taken - wanted.places, 0),
                               ends_at = COALESCE(wanted.ends_at, slot.ends_at),
                               everyones_from = wanted.everyones_from
                          FROM unnest(CAST(:ids AS uuid[]), CAST(:places AS int[]), CAST(:ends AS timestamptz[]),
                                      CAST(:everyones AS timestamptz[]))
                               AS wanted (id, places, ends_at, everyones_from)
                         WHERE slot.id = wanted.id
                        """)
                .param("ids", ids(changes))
                .param("places", counts(changes, Change::after))
                .param("ends", moments(changes, wanted -> wanted.window().endsAt()))
                .param("everyones", moments(changes, NewSlot::everyonesFrom))
                .update();
    }

    private static @Nullable String[] moments(List<Change> changes, Function<NewSlot, @Nullable Instant> moment) {
        return changes.stream()
                .filter(change -> change.standing() != null)
                .map(change -> change.wanted() == null ? null : Slots.text(moment.apply(change.wanted())))
                .toArray(String[]::new);
    }

    /** Who is to be moved from these windows: of each the last who booked, whole parties, until the rest fits. */
    List<Displaced> toMove(List<Change> changes) {
        return toMove(ids(changes), counts(changes, Change::toMove));
    }

    /** Who is to be moved from windows that have more people than their plan, wherever they are. */
    List<Displaced> beyondTheirPlan(Instant now) {
        record Crowded(UUID id, int people) {}
        var crowded = db.sql("""
                        SELECT id,
                               surplus - COALESCE((SELECT sum(places)
                                                     FROM booking.resting_place
                                                    WHERE resting_place.slot = slot.id), 0) AS people
                          FROM booking.slot
                         WHERE surplus > 0 AND starts_at > :now
                         ORDER BY starts_at
                         LIMIT :limit
                        """)
                .param("now", now.atOffset(UTC))
                .param("limit", CROWDED)
                .query(new SimplePropertyRowMapper<>(Crowded.class))
                .list();
        return toMove(
                crowded.stream().map(Crowded::id).toArray(UUID[]::new),
                crowded.stream().map(Crowded::people).toArray(Integer[]::new));
    }

    private List<Displaced> toMove(UUID[] slots, Integer[] people) {
        return db.sql("""
                        SELECT live.party, slot.id AS slot, live.account, live.people, slot.office, slot.lane,
                               slot.channel, slot.starts_at
                          FROM (SELECT appointment.party, appointment.slot, appointment.account, crowded.people AS wanted,
                                       count(*)::int AS people,
                                       sum(count(*)) OVER (PARTITION BY appointment.slot
                                                               ORDER BY max(appointment.booked_at) DESC,
                                                                        appointment.party DESC) - count(*) AS before
                                  FROM unnest(CAST(:slots AS uuid[]), CAST(:people AS int[])) AS crowded (slot, people)
                                  JOIN booking.appointment
                                    ON appointment.slot = crowded.slot AND appointment.state IN ('HELD', 'CONFIRMED')
                                 WHERE crowded.people > 0
                                 GROUP BY appointment.party, appointment.slot, appointment.account, crowded.people) live
                          JOIN booking.slot ON slot.id = live.slot
                         WHERE live.before < live.wanted
                         ORDER BY slot.starts_at, live.party
                         LIMIT :limit
                        """)
                .param("slots", slots)
                .param("people", people)
                .param("limit", PEOPLE)
                .query(new SimplePropertyRowMapper<>(Displaced.class))
                .list();
    }

    /** Which of the windows are there already. */
    List<SlotId> standing(List<Change> changes) {
        return Stream.of(ids(changes)).map(SlotId::new).toList();
    }

    static UUID[] ids(List<Change> changes) {
        return changes.stream()
                .<UUID>mapMulti((change, next) -> {
                    if (change.standing() != null) {
                        next.accept(change.standing().id().value());
                    }
                })
                .toArray(UUID[]::new);
    }

    private static Integer[] counts(List<Change> changes, ToIntFunction<Change> count) {
        return changes.stream()
                .filter(change -> change.standing() != null)
                .map(count::applyAsInt)
                .toArray(Integer[]::new);
    }
}
