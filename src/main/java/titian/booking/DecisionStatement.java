package titian.booking;

/**
 * The one statement by which places are taken: it decides many requests and carries them out.
 *
 * <p>All of it looks at one moment, that of its beginning; only the rows it locks are as they are when their turn came.
 * What asks for no window is therefore looked up before the windows are locked, while another batch still holds them: the
 * condition on {@code place} that is always true makes sure of it. The windows are locked in the order of their names, so
 * that two nodes never wait for each other. Requests are judged one by one ({@code judged}), those with nothing in their way are
 * served in the order of arrival ({@code served}), and a request is granted if every window it asks for had room for
 * all its people ({@code granted}). What was decided must be what was written, or the statement fails as a whole: the
 * unique indexes know of bookings committed while it waited, which its own look at the other tables does not. What is
 * taken is counted on from the locked row: PostgreSQL checks the constraint against the row as it was before the wait.
 */
final class DecisionStatement {

    static final String TEXT = """
            WITH request AS MATERIALIZED (
                SELECT *
                  FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[],
                              ?::timestamptz[], ?::timestamptz[], ?::uuid[], ?::boolean[], ?::boolean[], ?::timestamptz[])
                       WITH ORDINALITY
                       AS request (key, digest, account, office, lane, channel, earliest,
                                   since, held_until, kept, only_kept, moving, back_at, number)
            ), seat AS MATERIALIZED (
                SELECT *
                  FROM unnest(?::bigint[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::bigint[])
                       AS seat (request, id, party, slot, application, person, code, moves)
            ), leg AS MATERIALIZED (
                SELECT seat.request, seat.slot, count(*)::int AS size
                  FROM seat
                 GROUP BY seat.request, seat.slot
            ), former_answer AS MATERIALIZED (
                SELECT request.number,
                       coalesce(booked.party, moved.appointment)  AS known,
                       coalesce(booked.digest, moved.digest)      AS digest
                  FROM request
                  LEFT JOIN LATERAL (
                       SELECT appointment.party, appointment.request AS digest
                         FROM booking.appointment
                        WHERE appointment.key = request.key
                          AND appointment.key IS NOT NULL
                          AND appointment.state IN ('HELD', 'CONFIRMED', 'CHECKED_IN')
                          AND NOT request.moving
                        LIMIT 1) booked ON true
                  LEFT JOIN LATERAL (
                       SELECT move.appointment, move.request AS digest
                         FROM booking.move
                        WHERE move.key = request.key AND request.moving
                        LIMIT 1) moved ON true
            ), holder AS MATERIALIZED (
                SELECT seat.request,
                       (array_agg(live.id) FILTER (WHERE live.id IS NOT NULL))[1] AS live,
                       max(over.booked_at)                                        AS booked_at
                  FROM seat
                  JOIN request ON request.number = seat.request AND NOT request.moving
                  LEFT JOIN LATERAL (
                       SELECT appointment.id
                         FROM booking.appointment
                        WHERE appointment.person = seat.person
                          AND appointment.person IS NOT NULL
                          AND appointment.state IN ('HELD', 'CONFIRMED', 'CHECKED_IN')
                        LIMIT 1) live ON true
                  LEFT JOIN LATERAL (
                       SELECT max(appointment.booked_at) AS booked_at
                         FROM booking.appointment
                        WHERE date_trunc('month', appointment.booked_at AT TIME ZONE 'UTC') = ANY (?::timestamp[])
                          AND appointment.person = seat.person
                          AND appointment.booked_at > request.since
                          AND appointment.state IN ('DONE', 'NO_SHOW')) over ON true
                 GROUP BY seat.request
            ), place AS MATERIALIZED (
                SELECT id, office, lane, channel, starts_at, opens_at, taken, capacity - taken AS free
                  FROM booking.slot
                 WHERE id = ANY (?::uuid[])
                   AND (SELECT count(*) FROM leg) + (SELECT count(*) FROM former_answer) + (SELECT count(*) FROM holder) >= 0
                 ORDER BY id
                   FOR UPDATE
            ), kept AS MATERIALIZED (
                SELECT id, slot, places
                  FROM booking.resting_place
                 WHERE id = ANY (?::uuid[])
                   FOR UPDATE SKIP LOCKED
            ), ground AS MATERIALIZED (
                SELECT leg.request,
                       bool_and(place.id IS NOT NULL
                                AND (request.office IS NULL OR place.office = request.office)
                                AND (request.lane IS NULL OR place.lane = request.lane)
                                AND (request.channel IS NULL OR place.channel = request.channel)) AS allowed,
                       max(place.opens_at)         AS opens_at,
                       min(place.starts_at)        AS starts_at,
                       count(kept.id) = count(*)   AS was_kept
                  FROM leg
                  JOIN request ON request.number = leg.request
                  LEFT JOIN place ON place.id = leg.slot
                  LEFT JOIN kept ON kept.id = request.kept AND kept.slot = leg.slot AND kept.places = leg.size
                 GROUP BY leg.request
            ), standing AS MATERIALIZED (
                SELECT seat.request, bool_and(appointment.id IS NOT NULL) AS movable
                  FROM seat
                  JOIN request ON request.number = seat.request AND request.moving
                  LEFT JOIN booking.appointment
                    ON appointment.id = seat.id
                   AND appointment.state = 'CONFIRMED'
                   AND appointment.moves = seat.moves
                   AND appointment.slot <> seat.slot
                 GROUP BY seat.request
            ), judged AS MATERIALIZED (
                SELECT request.number,
                       former_answer.known,
                       holder.live,
                       holder.booked_at,
                       ground.opens_at,
                       coalesce(ground.was_kept, false)           AS was_kept,
                       CASE
                            WHEN former_answer.digest = request.digest THEN 'KNOWN'
                            WHEN former_answer.digest IS NOT NULL THEN 'KEY_REUSED'
                            WHEN NOT ground.allowed THEN 'NO_SUCH_WINDOW'
                            WHEN ground.starts_at <= request.earliest THEN 'TOO_LATE'
                            WHEN ground.opens_at > ? THEN 'NOT_OPEN_YET'
                            WHEN holder.live IS NOT NULL THEN 'ALREADY_BOOKED'
                            WHEN holder.booked_at IS NOT NULL THEN 'TOO_SOON'
                            WHEN NOT standing.movable THEN 'MOVED_MEANWHILE'
                            WHEN request.only_kept AND NOT ground.was_kept THEN 'OFFER_GONE'
                       END                                        AS reason
                  FROM request
                  JOIN former_answer USING (number)
                  LEFT JOIN ground ON ground.request = request.number
                  LEFT JOIN holder ON holder.request = request.number
                  LEFT JOIN standing ON standing.request = request.number
            ), wanted AS MATERIALIZED (
                SELECT leg.request, leg.slot, judged.was_kept, place.free,
                       CASE WHEN judged.was_kept THEN 0 ELSE leg.size END AS size,
                       sum(CASE WHEN judged.was_kept THEN 0 ELSE leg.size END) OVER (PARTITION BY leg.slot)
                               <= place.free AS suffices
                  FROM leg
                  JOIN judged ON judged.number = leg.request AND judged.reason IS NULL
                  JOIN place ON place.id = leg.slot
            ), served AS (
                SELECT request, was_kept, true AS fits
                  FROM wanted
                 WHERE suffices
                 UNION ALL
                SELECT request, was_kept,
                       booking.take_what_fits(size, free)
                               OVER (PARTITION BY slot ORDER BY request ROWS UNBOUNDED PRECEDING)
                  FROM wanted
                 WHERE NOT suffices
            ), granted AS MATERIALIZED (
                SELECT request, bool_or(was_kept) AS was_kept
                  FROM served
                 GROUP BY request
                HAVING bool_and(fits)
            ), taken AS (
                UPDATE booking.slot
                   SET taken = wanted.taken
                  FROM (SELECT leg.slot, place.taken + sum(leg.size)::int AS taken
                          FROM leg
                          JOIN granted ON granted.request = leg.request AND NOT granted.was_kept
                          JOIN place ON place.id = leg.slot
                         GROUP BY leg.slot, place.taken) wanted
                 WHERE slot.id = wanted.slot
            ), used AS (
                DELETE FROM booking.resting_place
                 WHERE id IN (SELECT request.kept
                                FROM granted
                                JOIN request ON request.number = granted.request
                               WHERE granted.was_kept)
            ), added AS (
                INSERT INTO booking.appointment (id, party, key, request, account, code, application, person, slot, state,
                       held_until, claimed, booked_at)
                SELECT seat.id, seat.party,
                       CASE WHEN seat.id = seat.party THEN request.key END,
                       CASE WHEN seat.id = seat.party THEN request.digest END,
                       request.account, seat.code, seat.application, seat.person, seat.slot,
                       CASE WHEN request.held_until IS NULL THEN 'CONFIRMED' ELSE 'HELD' END,
                       coalesce(request.held_until, ?), false, ?
                  FROM granted
                  JOIN request ON request.number = granted.request AND NOT request.moving
                  JOIN seat ON seat.request = granted.request
            ), former AS MATERIALIZED (
                SELECT appointment.id, appointment.slot, seat.slot AS to_slot, request.key, request.digest, request.back_at
                  FROM granted
                  JOIN request ON request.number = granted.request AND request.moving
                  JOIN seat ON seat.request = granted.request
                  JOIN booking.appointment ON appointment.id = seat.id
            ), changed AS (
                UPDATE booking.appointment
                   SET slot = former.to_slot, moves = moves + 1
                  FROM former
                 WHERE appointment.id = former.id AND appointment.slot = former.slot AND appointment.state = 'CONFIRMED'
                RETURNING appointment.id, appointment.moves
            ), noted AS (
                INSERT INTO booking.move (key, request, appointment, number, from_slot, to_slot, moved_at)
                SELECT former.key, former.digest, former.id, changed.moves, former.slot, former.to_slot, ?
                  FROM former
                  JOIN changed ON changed.id = former.id
                RETURNING 1
            ), left_behind AS (
                INSERT INTO booking.resting_place (id, slot, places, back_at)
                SELECT gen_random_uuid(), former.slot, 1, former.back_at
                  FROM former
            )
            SELECT judged.number, judged.known, judged.live, judged.opens_at, judged.booked_at,
                   coalesce(judged.reason, CASE WHEN granted.request IS NULL THEN 'FULL' ELSE 'GRANTED' END) AS outcome,
                   booking.insist((SELECT count(*) FROM noted) = (SELECT count(*) FROM former))
              FROM judged
              LEFT JOIN granted ON granted.request = judged.number
             ORDER BY judged.number
            """;

    private DecisionStatement() {}
}
