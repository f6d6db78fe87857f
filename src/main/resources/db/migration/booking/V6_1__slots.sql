CREATE SCHEMA IF NOT EXISTS booking;

-- The days whose windows have been cut, and those found to have none. A day is cut once, whoever comes first.
CREATE TABLE booking.opened_day (
    day     date NOT NULL,
    office  text NOT NULL,
    outcome text NOT NULL,
    CONSTRAINT a_day_is_opened_once PRIMARY KEY (day, office),
    CONSTRAINT outcome_is_known CHECK (outcome IN ('OPEN', 'CLOSED', 'HOLIDAY'))
);

-- What is taken stands beside what there is: a place can never be counted twice. Taken are the places of live
-- appointments and those that rest. Room on the page is kept free, because the row everybody wants changes often.
CREATE TABLE booking.slot (
    id        uuid        PRIMARY KEY,
    office    text        NOT NULL,
    lane      text        NOT NULL,
    channel   text        NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at   timestamptz NOT NULL,
    -- Before this moment nobody books; without one the window is open as soon as it is there.
    opens_at  timestamptz,
    capacity  int         NOT NULL,
    taken     int         NOT NULL DEFAULT 0,
    CONSTRAINT one_slot_at_a_time UNIQUE (office, lane, channel, starts_at),
    CONSTRAINT never_overbooked CHECK (taken BETWEEN 0 AND capacity),
    CONSTRAINT a_slot_has_places CHECK (capacity > 0),
    CONSTRAINT a_slot_ends_after_it_starts CHECK (ends_at > starts_at),
    CONSTRAINT lane_is_known CHECK (lane IN ('PASSPORT', 'PICK_UP', 'VISA')),
    CONSTRAINT channel_is_known CHECK (channel IN ('PUBLIC', 'ASSISTED', 'PRIORITY', 'PARTNER'))
) WITH (fillfactor = 50);

-- One row for each person. Those who were booked together are a party, named by its first appointment, which also
-- keeps the key and the digest of the request: asked again with the same key, it gives the same answer.
CREATE TABLE booking.appointment (
    id            uuid        PRIMARY KEY,
    party         uuid        NOT NULL,
    key           uuid,
    request       uuid,
    account       uuid        NOT NULL,
    code          text        NOT NULL,
    application   uuid        NOT NULL,
    nik           text        NOT NULL,
    slot          uuid        NOT NULL,
    state         text        NOT NULL,
    held_until    timestamptz NOT NULL,
    claimed       boolean     NOT NULL,
    moves         smallint    NOT NULL DEFAULT 0,
    booked_at     timestamptz NOT NULL,
    checked_in_at timestamptz,
    CONSTRAINT the_first_of_a_party_keeps_its_key CHECK ((key IS NOT NULL) = (id = party)),
    CONSTRAINT a_key_stands_beside_its_request CHECK ((key IS NULL) = (request IS NULL)),
    CONSTRAINT nik_has_sixteen_digits CHECK (nik ~ '^\d{16}$'),
    CONSTRAINT code_has_eight_characters CHECK (code ~ '^[2-9A-HJKMNP-Z]{8}$'),
    CONSTRAINT state_is_known
        CHECK (state IN ('HELD', 'CONFIRMED', 'CHECKED_IN', 'DONE', 'NO_SHOW', 'CANCELLED', 'EXPIRED')),
    CONSTRAINT whoever_was_served_came_in CHECK (state NOT IN ('CHECKED_IN', 'DONE') OR checked_in_at IS NOT NULL),
    CONSTRAINT nobody_comes_in_unconfirmed
        CHECK (state NOT IN ('HELD', 'CONFIRMED', 'CANCELLED', 'EXPIRED') OR checked_in_at IS NULL)
);

-- The indexes a booking writes to hold live appointments only, or grow at one end (identifiers are in order of time):
-- however many visits lie behind, a booking touches as many pages as on the first day.
-- Three of them hold the same rows. Where hardly any appointment is live, PostgreSQL takes all three for empty and reads
-- through any of them, so two have a condition more, which is always true and names the index to whoever looks there.

-- A person has one appointment ahead at a time; one that is over no longer counts.
CREATE UNIQUE INDEX one_live_appointment ON booking.appointment (nik)
    WHERE state IN ('HELD', 'CONFIRMED', 'CHECKED_IN') AND nik > '';

-- A request is carried out once, however often it is sent.
CREATE UNIQUE INDEX one_booking_per_key ON booking.appointment (key)
    WHERE key IS NOT NULL AND state IN ('HELD', 'CONFIRMED', 'CHECKED_IN');

CREATE UNIQUE INDEX one_person_per_code ON booking.appointment (code)
    WHERE state IN ('HELD', 'CONFIRMED', 'CHECKED_IN') AND code > '';

CREATE INDEX appointment_by_slot ON booking.appointment (slot);
CREATE INDEX appointment_unclaimed ON booking.appointment (held_until) WHERE state = 'HELD' AND NOT claimed;
CREATE INDEX appointment_in_company ON booking.appointment (party) WHERE party <> id;

-- Written when a visit is over, never by a booking: for the door, and for the days between two applications. The month
-- comes first, so that looking for the last weeks stays among the last pages.
CREATE INDEX appointment_over_by_code ON booking.appointment (code)
    WHERE state IN ('DONE', 'NO_SHOW', 'CANCELLED', 'EXPIRED');
CREATE INDEX appointment_over_by_month ON booking.appointment
    (date_trunc('month', booked_at AT TIME ZONE 'UTC'), nik, booked_at) WHERE state IN ('DONE', 'NO_SHOW');

-- Places that were given back and are nobody's yet: they come back at a moment nobody can guess, or are kept that long
-- for somebody to whom they were offered. Until then the slot counts them as taken.
CREATE TABLE booking.resting_place (
    id      uuid        PRIMARY KEY,
    slot    uuid        NOT NULL,
    places  int         NOT NULL,
    back_at timestamptz NOT NULL,
    CONSTRAINT something_rests CHECK (places > 0)
);

CREATE INDEX resting_place_by_time ON booking.resting_place (back_at);
CREATE INDEX resting_place_by_slot ON booking.resting_place (slot);

-- Where an appointment has been before.
CREATE TABLE booking.move (
    key         uuid        NOT NULL,
    request     uuid        NOT NULL,
    appointment uuid        NOT NULL,
    number      smallint    NOT NULL,
    from_slot   uuid        NOT NULL,
    to_slot     uuid        NOT NULL,
    moved_at    timestamptz NOT NULL,
    CONSTRAINT one_move_at_a_time PRIMARY KEY (appointment, number),
    CONSTRAINT one_move_per_key UNIQUE (key, appointment),
    CONSTRAINT a_move_leads_elsewhere CHECK (from_slot <> to_slot)
);

-- In arrival order, each takes what it asks for if that much is left; whoever comes after a group that did not fit may
-- still take what the group left. The state is what is left, doubled, plus one if the last one was served.
CREATE FUNCTION booking.take_if_it_fits(state bigint, size int, free int) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN size <= coalesce(state >> 1, free)
                THEN (coalesce(state >> 1, free) - size) << 1 | 1
                ELSE coalesce(state >> 1, free)::bigint << 1
            END;

CREATE FUNCTION booking.was_served(state bigint) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN state & 1 = 1;

CREATE AGGREGATE booking.take_what_fits(size int, free int) (
    SFUNC = booking.take_if_it_fits,
    STYPE = bigint,
    FINALFUNC = booking.was_served
);

-- Refuses a whole batch when somebody else wrote the same person, key or code meanwhile: it is decided once more.
CREATE FUNCTION booking.insist(undisturbed boolean) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE
AS $$
BEGIN
    IF NOT undisturbed THEN
        RAISE EXCEPTION 'somebody else was quicker' USING ERRCODE = 'serialization_failure';
    END IF;
    RETURN true;
END
$$;
