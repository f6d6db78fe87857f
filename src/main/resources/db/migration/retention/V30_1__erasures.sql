CREATE SCHEMA retention;

-- Who asked to be forgotten, and what came of it. When it is done, the account named here is nobody any more: the row
-- says only that it was done.
CREATE TABLE retention.erasure (
    id       uuid        PRIMARY KEY,
    account  uuid        NOT NULL,
    asked_at timestamptz NOT NULL,
    due_at   timestamptz NOT NULL,   -- until then the person may change their mind
    state    text        NOT NULL,
    state_at timestamptz NOT NULL,
    CONSTRAINT state_is_known CHECK (state IN ('ASKED', 'WITHDRAWN', 'DUE', 'DONE')),
    CONSTRAINT there_is_time_to_change_ones_mind CHECK (due_at > asked_at)
);
CREATE UNIQUE INDEX one_erasure_at_a_time ON retention.erasure (account) WHERE state IN ('ASKED', 'DUE');
CREATE INDEX erasure_by_time ON retention.erasure (due_at) WHERE state = 'ASKED';

-- What an officer orders to be kept: it says why by a word of a list, and by whose letter; never who the person is.
CREATE TABLE retention.hold (
    id        uuid        PRIMARY KEY,
    account   uuid        NOT NULL,
    reason    text        NOT NULL,
    letter    text        NOT NULL,
    placed_by uuid        NOT NULL,
    placed_at timestamptz NOT NULL,
    lifted_by uuid,
    lifted_at timestamptz,
    CONSTRAINT reason_is_known CHECK (reason IN ('INVESTIGATION', 'COURT', 'COMPLAINT', 'INSPECTION')),
    CONSTRAINT a_letter_is_named_by_its_number CHECK (letter ~ '^[A-Za-z0-9./-]{1,60}$'),
    CONSTRAINT whoever_lifts_it_is_named CHECK ((lifted_by IS NULL) = (lifted_at IS NULL))
);
CREATE INDEX hold_by_account ON retention.hold (account) WHERE lifted_at IS NULL;
