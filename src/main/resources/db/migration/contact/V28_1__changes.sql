CREATE SCHEMA IF NOT EXISTS contact;

-- Another address or phone for an account. Codes are not here: they follow from the id and the keys of the house.
CREATE TABLE contact.change (
    id         uuid        PRIMARY KEY,
    account    uuid        NOT NULL,
    field      text        NOT NULL,
    origin     text        NOT NULL,
    carrier    text,                   -- what takes the code to a new phone
    before     text,                   -- what it was, if it was shown to be the holder's
    guard      text,                   -- the end that must agree, and may stop it
    after      text        NOT NULL,
    after_mark uuid        NOT NULL,
    free       boolean     NOT NULL,   -- false: it is somebody else's, and no digits fit
    state      text        NOT NULL,
    asked_at   timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    due_at     timestamptz,
    tries      int         NOT NULL DEFAULT 0,
    CONSTRAINT we_know_the_field CHECK (field IN ('EMAIL', 'PHONE')),
    CONSTRAINT the_holder_or_an_office_asks CHECK (origin IN ('HOLDER', 'OFFICE')),
    CONSTRAINT only_phones_have_a_carrier CHECK ((field = 'PHONE') = (carrier IS NOT NULL)),
    CONSTRAINT ends_stand_sealed CHECK (
        after LIKE '§%' AND (before IS NULL OR before LIKE '§%') AND (guard IS NULL OR guard LIKE '§%')),
    CONSTRAINT a_holder_has_an_end_that_agrees CHECK (origin = 'OFFICE' OR guard IS NOT NULL),
    CONSTRAINT we_know_the_state CHECK (state IN ('ASKED', 'WAITING', 'DONE', 'STOPPED', 'REPLACED', 'EXPIRED')),
    CONSTRAINT only_what_is_free_gets_anywhere CHECK (free OR state NOT IN ('WAITING', 'DONE')),
    CONSTRAINT whoever_waits_knows_until_when CHECK (state <> 'WAITING' OR due_at IS NOT NULL),
    CONSTRAINT a_change_bears_five_tries CHECK (tries BETWEEN 0 AND 5)
);
CREATE UNIQUE INDEX one_live_change ON contact.change (account) WHERE state IN ('ASKED', 'WAITING');
CREATE INDEX change_by_account ON contact.change (account, asked_at);
CREATE INDEX change_by_end ON contact.change (after_mark, asked_at);
CREATE INDEX change_by_time ON contact.change (asked_at);
CREATE INDEX change_due ON contact.change (due_at) WHERE state = 'WAITING';
