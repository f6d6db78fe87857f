CREATE SCHEMA IF NOT EXISTS registry;

-- Every question to the civil registry and what came of it. Who was asked about stands as a keyed digest only, so
-- that a person's questions can be found by whoever has the number, and nobody can read the number here.
CREATE TABLE registry.exchange (
    id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at            timestamptz NOT NULL,
    nik_reference bytea       NOT NULL,
    outcome       text        NOT NULL,
    response_code text,
    differing     text[]      NOT NULL,
    milliseconds  int         NOT NULL,
    CONSTRAINT a_reference_is_a_digest CHECK (length(nik_reference) = 32),
    CONSTRAINT an_outcome_is_a_word CHECK (outcome ~ '^[A-Z_]{1,30}$'),
    CONSTRAINT only_differing_answers_name_fields CHECK ((outcome = 'DIFFERS') = (cardinality(differing) > 0)),
    CONSTRAINT time_does_not_run_backwards CHECK (milliseconds >= 0)
);
CREATE INDEX exchange_by_person ON registry.exchange (nik_reference, at);
CREATE INDEX exchange_by_time ON registry.exchange (at);
