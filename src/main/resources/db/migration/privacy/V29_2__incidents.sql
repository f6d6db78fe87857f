-- Somebody saw what they should not have, or it was lost: what, since when it is known, and what was done about it.
CREATE TABLE privacy.incident (
    id             uuid        PRIMARY KEY,
    what           text        NOT NULL,
    handling       text        NOT NULL,
    happened_from  timestamptz NOT NULL,
    happened_until timestamptz NOT NULL,
    known_at       timestamptz NOT NULL,
    report_by      timestamptz NOT NULL,   -- to the authority and to those it concerns: three times 24 hours
    source         text        NOT NULL,
    source_name    text        NOT NULL,   -- a kind of record, or the account of an officer
    opened_by      uuid        NOT NULL,
    reported_at    timestamptz,
    letters_at     timestamptz,            -- since then letters go out
    CONSTRAINT what_happened_stands_sealed CHECK (what LIKE '§%' AND handling LIKE '§%'),
    CONSTRAINT it_ended_after_it_began CHECK (happened_until >= happened_from),
    CONSTRAINT source_is_known CHECK (source IN ('KIND', 'OFFICER'))
);
CREATE INDEX incident_by_time ON privacy.incident (known_at);

-- Whom it concerns. Each is told once.
CREATE TABLE privacy.affected (
    id       uuid        NOT NULL UNIQUE,
    incident uuid        NOT NULL REFERENCES privacy.incident,
    account  uuid        NOT NULL,
    told_at  timestamptz,
    CONSTRAINT concerned_once PRIMARY KEY (incident, account)
);
CREATE INDEX affected_to_tell ON privacy.affected (incident) WHERE told_at IS NULL;
CREATE INDEX affected_by_account ON privacy.affected (account);
