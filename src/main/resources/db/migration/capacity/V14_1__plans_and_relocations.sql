CREATE SCHEMA IF NOT EXISTS capacity;

-- How often the plan of an office, or the caps of a regional office, were changed: whoever saves says which plan they
-- had before them, so that of two who save at once the second looks again.
CREATE TABLE capacity.plan (
    office     text        PRIMARY KEY,
    version    int         NOT NULL,
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT a_plan_is_numbered_from_one CHECK (version > 0)
);

-- People whose window went: those of one party who had the same window. Until they choose, their appointment stands.
CREATE TABLE capacity.relocation (
    id         uuid        PRIMARY KEY,
    office     text        NOT NULL,
    party      uuid        NOT NULL,
    slot       uuid        NOT NULL,
    account    uuid        NOT NULL,
    people     int         NOT NULL,
    starts_at  timestamptz NOT NULL,
    state      text        NOT NULL,
    proposed   uuid,
    offer      uuid,
    kept_until timestamptz,
    noted_at   timestamptz NOT NULL,
    due_at     timestamptz NOT NULL,
    asked_at   timestamptz,
    decided_at timestamptz,
    CONSTRAINT one_relocation_from_a_window UNIQUE (party, slot),
    CONSTRAINT state_is_known CHECK (state IN ('WAITING', 'ASKED', 'MOVED', 'CANCELLED', 'STAYS', 'OVER')),
    CONSTRAINT somebody_is_moved CHECK (people BETWEEN 1 AND 5),
    CONSTRAINT what_is_proposed_is_kept
        CHECK (num_nonnulls(proposed, offer, kept_until) IN (0, 3)),
    CONSTRAINT nothing_is_proposed_before_asking CHECK (proposed IS NULL OR asked_at IS NOT NULL),
    CONSTRAINT whoever_was_asked_has_a_time CHECK (state <> 'ASKED' OR asked_at IS NOT NULL),
    CONSTRAINT what_is_decided_has_a_time CHECK ((state IN ('WAITING', 'ASKED')) = (decided_at IS NULL))
);
CREATE INDEX relocation_due ON capacity.relocation (due_at) WHERE state IN ('WAITING', 'ASKED');
CREATE INDEX relocation_by_office ON capacity.relocation (office, starts_at);
