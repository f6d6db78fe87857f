package titian.capacity;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import titian.booking.OfferId;
import titian.shared.OfficeId;
import titian.slot.DisplacedPeople.Displaced;
import titian.slot.SlotId;

/** The table of people to be moved. */
@Repository
class Relocations {

    private static final int MOST = 200;
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

    private static final RowMapper<Relocation> RELOCATION = new SimplePropertyRowMapper<>(Relocation.class);

    private final JdbcClient db;

    Relocations(JdbcClient db) {
        this.db = db;
    }

    /** Notes people who are to be moved, once; those who were to stay and must go after all, anew. */
    void note(List<Displaced> people, Instant now) {
        for (var one : people) {
            db.sql("""
                            INSERT INTO capacity.relocation AS known
                                   (id, office, party, slot, account, people, starts_at, state, noted_at, due_at)
                            VALUES (:id, :office, :party, :slot, :account, :people, :startsAt, 'WAITING', :now, :now)
                                ON CONFLICT ON CONSTRAINT one_relocation_from_a_window
                                DO UPDATE SET state = 'WAITING', people = excluded.people, due_at = excluded.due_at,
                                              decided_at = NULL, proposed = NULL, offer = NULL, kept_until = NULL
                                        WHERE known.state = 'STAYS'
                            """)
                    .param("id", UUID.randomUUID())
                    .param("office", one.office().value())
                    .param("party", one.party().value())
                    .param("slot", one.slot().value())
                    .param("account", one.account().value())
                    .param("people", one.people())
                    .param("startsAt", one.startsAt().atOffset(UTC))
                    .param("now", now.atOffset(UTC))
                    .update();
        }
    }

    /** Takes one that is to be looked at. Nodes that do so at once take different ones. */
    Optional<Relocation> takeDue(@Nullable OfficeId office, Instant now) {
        return db.sql("""
                        UPDATE capacity.relocation
                           SET due_at = :again
                         WHERE id = ANY (ARRAY(
                             SELECT id
                               FROM capacity.relocation
                              WHERE state IN ('WAITING', 'ASKED') AND due_at <= :now
                                AND (CAST(:office AS text) IS NULL OR office = :office)
                              ORDER BY due_at
                              LIMIT 1
                                FOR UPDATE SKIP LOCKED))
                        RETURNING id, office, party, slot, account, people, starts_at, state, proposed, offer, kept_until
                        """)
                .param("again", now.plus(LOOK_AGAIN).atOffset(UTC))
                .param("now", now.atOffset(UTC))
                .param("office", office == null ? null : office.value())
                .query(RELOCATION)
                .optional();
    }

    /** For a while nobody else looks at it; false if there is nothing to choose any more. */
    boolean putOff(UUID id, Instant until) {
        return db.sql("""
                        UPDATE capacity.relocation
                           SET due_at = :until
                         WHERE id = :id AND state IN ('WAITING', 'ASKED')
                        """).param("id", id).param("until", until.atOffset(UTC)).update() == 1;
    }

    /** The people are asked, with a window kept for them or without; false if they were before. */
    boolean ask(UUID id, @Nullable SlotId proposed, @Nullable OfferId offer, @Nullable Instant keptUntil, Instant now) {
        return db.sql("""
                        UPDATE capacity.relocation
                           SET state = 'ASKED', proposed = :proposed, offer = :offer, kept_until = :keptUntil,
                               asked_at = :now
                         WHERE id = :id AND state = 'WAITING'
                        """)
                        .param("id", id)
                        .param("proposed", proposed == null ? null : proposed.value(), java.sql.Types.OTHER)
                        .param("offer", offer == null ? null : offer.value(), java.sql.Types.OTHER)
                        .param(
                                "keptUntil",
                                keptUntil == null ? null : keptUntil.atOffset(UTC),
                                java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    /** It is settled; false if it was before. */
    boolean settle(UUID id, Relocation.State state, Instant now) {
        return db.sql("""
                        UPDATE capacity.relocation
                           SET state = :state, decided_at = :now
                         WHERE id = :id AND state IN ('WAITING', 'ASKED')
                        """)
                        .param("id", id)
                        .param("state", state.name())
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    Optional<Relocation> find(UUID id) {
        return db.sql("""
                        SELECT id, office, party, slot, account, people, starts_at, state, proposed, offer, kept_until
                          FROM capacity.relocation
                         WHERE id = :id
                        """).param("id", id).query(RELOCATION).optional();
    }

    /** Those of an office whose visit is still to come: who has yet to choose first, in order of the hour. */
    List<Relocation> of(OfficeId office, Instant now) {
        return db.sql("""
                        SELECT id, office, party, slot, account, people, starts_at, state, proposed, offer, kept_until
                          FROM capacity.relocation
                         WHERE office = :office AND starts_at > :now
                         ORDER BY state IN ('WAITING', 'ASKED') DESC, starts_at, id
                         LIMIT :limit
                        """)
                .param("office", office.value())
                .param("now", now.atOffset(UTC))
                .param("limit", MOST)
                .query(RELOCATION)
                .list();
    }

    /** How many parties of an office have yet to choose. */
    int open(OfficeId office) {
        return db.sql("""
                        SELECT count(*)
                          FROM capacity.relocation
                         WHERE office = :office AND state IN ('WAITING', 'ASKED')
                        """).param("office", office.value()).query(Integer.class).single();
    }
}
