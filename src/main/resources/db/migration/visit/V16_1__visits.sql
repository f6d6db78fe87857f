CREATE SCHEMA IF NOT EXISTS visit;

-- A visit to an office that takes everything in at its counter: begun by an account, for one to five people. Attempts
-- are counted, so that each has a key of its own; the party is the one booking gave places to, for now or for good.
CREATE TABLE visit.visit (
    id       uuid        PRIMARY KEY,
    account  uuid        NOT NULL,
    office   text        NOT NULL,
    language text        NOT NULL,
    begun_at timestamptz NOT NULL,
    attempt  int         NOT NULL DEFAULT 0,
    party    uuid,
    booked   boolean     NOT NULL DEFAULT false,
    CONSTRAINT whatever_is_booked_has_places CHECK (NOT booked OR party IS NOT NULL)
);

CREATE UNIQUE INDEX one_unbooked_visit_per_office ON visit.visit (account, office) WHERE NOT booked;
CREATE INDEX visit_by_begun_at ON visit.visit (begun_at);

CREATE TABLE visit.guest (
    visit       uuid        NOT NULL REFERENCES visit.visit ON DELETE CASCADE,
    number      int         NOT NULL,
    application uuid        NOT NULL,
    service     text        NOT NULL,
    name        text        NOT NULL,
    nik         text        NOT NULL,
    birth_date  date        NOT NULL,
    said        text        NOT NULL,
    differing   text        NOT NULL,
    said_at     timestamptz NOT NULL,
    CONSTRAINT a_guest_has_a_number PRIMARY KEY (visit, number),
    CONSTRAINT nobody_comes_twice UNIQUE (visit, nik),
    CONSTRAINT one_application_each UNIQUE (application),
    CONSTRAINT at_most_five_come CHECK (number BETWEEN 1 AND 5),
    CONSTRAINT what_was_said_is_known CHECK (said IN ('MATCHES', 'DIFFERS', 'UNKNOWN', 'UNREACHABLE'))
);
