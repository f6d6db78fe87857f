CREATE SCHEMA IF NOT EXISTS notification;

-- A letter that must go out. What it says is looked up when it goes; here is only what it is about.
CREATE TABLE notification.letter (
    id         uuid        PRIMARY KEY,
    kind       text        NOT NULL,
    subject    uuid        NOT NULL,   -- the code, bill, application, reminder, offer or wish it is about
    account    uuid,                   -- whom it was written to, once that is known
    created_at timestamptz NOT NULL,
    sent_at    timestamptz,
    CONSTRAINT we_know_the_kind CHECK (kind IN (
        'CODE', 'ALREADY_REGISTERED', 'BILL', 'APPOINTMENT', 'EXPIRED', 'PAID_LATE', 'CANCELLED', 'MOVED', 'REMINDER',
        'RELEASE', 'OFFER', 'OFFER_ENDING', 'OFFER_MISSED', 'WAITING_PAUSED', 'WAITING_ENDED', 'MOVE_PROPOSED',
        'MOVE_NOT_NEEDED')),
    CONSTRAINT a_sent_letter_had_a_reader CHECK (sent_at IS NULL OR account IS NOT NULL)
);
CREATE INDEX letter_by_account ON notification.letter (account, created_at);
CREATE INDEX letter_by_subject ON notification.letter (subject);
