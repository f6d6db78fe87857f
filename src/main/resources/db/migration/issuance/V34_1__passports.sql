CREATE SCHEMA IF NOT EXISTS issuance;

-- Passports of those who were at the counter: being made, lying ready, handed over.
CREATE TABLE issuance.passport (
    application    uuid        PRIMARY KEY,
    office         text        NOT NULL,
    state          text        NOT NULL,
    begun_at       timestamptz NOT NULL,
    ready_at       timestamptz,
    ready_by       uuid,
    handed_over_at timestamptz,
    handed_over_by uuid,
    CONSTRAINT state_is_known CHECK (state IN ('MADE', 'READY', 'HANDED_OVER')),
    CONSTRAINT what_lies_ready_says_since_when CHECK (
        (state = 'MADE') = (ready_at IS NULL) AND (ready_at IS NULL) = (ready_by IS NULL)),
    CONSTRAINT what_was_handed_over_says_by_whom CHECK (
        (state = 'HANDED_OVER') = (handed_over_at IS NOT NULL)
        AND (handed_over_at IS NULL) = (handed_over_by IS NULL))
);
CREATE INDEX passport_by_office ON issuance.passport (office, state, coalesce(ready_at, begun_at), application);
