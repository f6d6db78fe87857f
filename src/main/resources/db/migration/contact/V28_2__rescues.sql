-- An officer looked somebody up who came to the counter, and perhaps gave the account back. The officer who looked, at the
-- office where they looked, is the only one who may go on, and not for long.
CREATE TABLE contact.rescue (
    id         uuid        PRIMARY KEY,
    office     text        NOT NULL,
    officer    uuid        NOT NULL,
    account    uuid        NOT NULL,
    opened_at  timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    reason     text,
    change     uuid,
    begun_at   timestamptz,
    CONSTRAINT we_know_the_reason CHECK (reason IN ('PHONE_LOST', 'EMAIL_LOST', 'BOTH_LOST', 'TAKEN_OVER')),
    CONSTRAINT whoever_begins_says_why CHECK ((begun_at IS NULL) = (reason IS NULL)
        AND (begun_at IS NULL) = (change IS NULL))
);
CREATE INDEX rescue_by_officer ON contact.rescue (officer, opened_at);
CREATE INDEX rescue_by_account ON contact.rescue (account, begun_at);
CREATE INDEX rescue_by_time ON contact.rescue (opened_at);
