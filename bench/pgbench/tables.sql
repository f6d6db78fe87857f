-- What a careful developer writes without group commit: places counted in the slot's row, and the two promises
-- (never overbooked, one live appointment a person) stated by the database.
CREATE SCHEMA raw;

CREATE TABLE raw.slot (
    id       int PRIMARY KEY,
    capacity int NOT NULL,
    taken    int NOT NULL DEFAULT 0,
    CONSTRAINT never_overbooked CHECK (taken BETWEEN 0 AND capacity)
);

CREATE TABLE raw.appointment (
    id         uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    slot       int         NOT NULL,
    nik        text        NOT NULL,
    state      text        NOT NULL DEFAULT 'HELD',
    held_until timestamptz NOT NULL,
    booked_at  timestamptz NOT NULL
);

CREATE UNIQUE INDEX one_live_appointment ON raw.appointment (nik) WHERE state IN ('HELD', 'CONFIRMED', 'CHECKED_IN');

INSERT INTO raw.slot (id, capacity) SELECT number, 100000000 FROM generate_series(0, 1000) AS number;
