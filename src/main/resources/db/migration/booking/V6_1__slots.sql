CREATE SCHEMA IF NOT EXISTS booking;

-- The days whose windows have been cut, and those found to have none. A day is cut once, whoever comes first.
CREATE TABLE booking.opened_day (
    day     date NOT NULL,
    office  text NOT NULL,
    outcome text NOT NULL,
    CONSTRAINT a_day_is_opened_once PRIMARY KEY (day, office),
    CONSTRAINT outcome_is_known CHECK (outcome IN ('OPEN', 'CLOSED', 'HOLIDAY'))
);

-- What is taken stands beside what there is: a place can never be counted twice.
CREATE TABLE booking.slot (
    id        uuid        PRIMARY KEY,
    office    text        NOT NULL,
    lane      text        NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at   timestamptz NOT NULL,
    capacity  int         NOT NULL,
    taken     int         NOT NULL DEFAULT 0,
    CONSTRAINT one_slot_at_a_time UNIQUE (office, lane, starts_at),
    CONSTRAINT never_overbooked CHECK (taken BETWEEN 0 AND capacity),
    CONSTRAINT a_slot_has_places CHECK (capacity > 0),
    CONSTRAINT a_slot_ends_after_it_starts CHECK (ends_at > starts_at)
);

CREATE TABLE booking.appointment (
    id            uuid        PRIMARY KEY,
    code          text        NOT NULL CONSTRAINT one_person_per_code UNIQUE,
    application   uuid        NOT NULL,
    nik           text        NOT NULL,
    slot          uuid        NOT NULL REFERENCES booking.slot,
    state         text        NOT NULL,
    held_until    timestamptz NOT NULL,
    booked_at     timestamptz NOT NULL,
    checked_in_at timestamptz,
    CONSTRAINT nik_has_sixteen_digits CHECK (nik ~ '^\d{16}$'),
    CONSTRAINT code_has_eight_characters CHECK (code ~ '^[2-9A-HJKMNP-Z]{8}$'),
    CONSTRAINT state_is_known
        CHECK (state IN ('HELD', 'CONFIRMED', 'CHECKED_IN', 'DONE', 'NO_SHOW', 'EXPIRED')),
    CONSTRAINT whoever_was_served_came_in CHECK (state NOT IN ('CHECKED_IN', 'DONE') OR checked_in_at IS NOT NULL),
    CONSTRAINT nobody_comes_in_unconfirmed
        CHECK (state NOT IN ('HELD', 'CONFIRMED', 'EXPIRED') OR checked_in_at IS NULL)
);

-- A person has one appointment ahead at a time; one that is over no longer counts.
CREATE UNIQUE INDEX one_live_appointment ON booking.appointment (nik)
    WHERE state IN ('HELD', 'CONFIRMED', 'CHECKED_IN');

CREATE INDEX appointment_by_slot ON booking.appointment (slot);
