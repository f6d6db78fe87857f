CREATE SCHEMA IF NOT EXISTS change;

-- The visits people expect to make, and the last change of time they were told of.
CREATE TABLE change.visit (
    application uuid     PRIMARY KEY,
    appointment uuid     NOT NULL,
    told_moves  smallint NOT NULL,
    CONSTRAINT moves_are_counted_from_nothing CHECK (told_moves >= 0)
);

-- What is to be done about a visit when its time comes: remind its applicant, note who did not come, look again whether
-- a change was told. An entry is gone once it is done, in the same transaction.
CREATE TABLE change.entry (
    application uuid        NOT NULL,
    kind        text        NOT NULL,
    due_at      timestamptz NOT NULL,
    CONSTRAINT one_entry_of_a_kind PRIMARY KEY (application, kind),
    CONSTRAINT kind_is_known CHECK (kind IN ('THREE_DAYS_BEFORE', 'DAY_BEFORE', 'DAY_OVER', 'LOOK_AGAIN'))
);

CREATE INDEX entry_by_time ON change.entry (due_at);
