-- Files in which bank and biller say what they received, and what became of each of their lines (docs/adr/0073).
CREATE SCHEMA IF NOT EXISTS reconciliation;

CREATE TABLE reconciliation.file (
    id           uuid        PRIMARY KEY,
    name         text        NOT NULL,
    source       text        NOT NULL,
    office       text        NOT NULL,
    officer      uuid,                      -- nobody: it lay in the folder
    state        text        NOT NULL,
    sha256       text,
    bytes        bigint      NOT NULL DEFAULT 0,
    position     bigint      NOT NULL DEFAULT 0,   -- so many bytes are read and written down
    line         bigint      NOT NULL DEFAULT 0,   -- so many lines
    balance      bigint,                           -- what the account statement came to so far
    matched      bigint      NOT NULL DEFAULT 0,
    repeated     bigint      NOT NULL DEFAULT 0,
    outgoing     bigint      NOT NULL DEFAULT 0,
    unmatched    bigint      NOT NULL DEFAULT 0,
    malformed    bigint      NOT NULL DEFAULT 0,
    first_day    date,
    last_day     date,
    received_at  timestamptz NOT NULL,
    done_at      timestamptz,
    CONSTRAINT a_file_is_taken_once UNIQUE (sha256),
    CONSTRAINT a_file_is_from_bank_or_biller CHECK (source IN ('BILLER', 'BANK')),
    CONSTRAINT a_file_is_in_a_known_state CHECK (state IN ('ARRIVING', 'READING', 'DONE', 'REFUSED')),
    CONSTRAINT what_has_arrived_has_a_print CHECK ((state = 'ARRIVING') = (sha256 IS NULL)),
    CONSTRAINT nobody_reads_past_the_end CHECK (position BETWEEN 0 AND bytes OR state = 'ARRIVING'),
    CONSTRAINT what_is_over_has_its_time CHECK ((state IN ('DONE', 'REFUSED')) = (done_at IS NOT NULL))
);
CREATE INDEX file_by_office ON reconciliation.file (office, received_at);

-- What is still to be read, sealed: banks write names into their lines. Gone once it is read.
CREATE TABLE reconciliation.piece (
    id      uuid PRIMARY KEY,
    file    uuid NOT NULL REFERENCES reconciliation.file ON DELETE CASCADE,
    number  int  NOT NULL,
    content text NOT NULL,
    CONSTRAINT a_piece_has_its_place UNIQUE (file, number),
    CONSTRAINT a_piece_stands_sealed CHECK (content LIKE '§%')
);

CREATE TABLE reconciliation.line (
    file         uuid   NOT NULL REFERENCES reconciliation.file,
    line         bigint NOT NULL,
    source       text   NOT NULL,
    billing_code text   NOT NULL,
    ntpn         text   NOT NULL,
    ntb          text   NOT NULL,
    amount       bigint NOT NULL,
    day          date   NOT NULL,
    state        text   NOT NULL,
    bill         uuid,
    officer      uuid,
    why          text   NOT NULL DEFAULT '',
    settled_at   timestamptz,
    PRIMARY KEY (file, line),
    CONSTRAINT a_line_is_about_money CHECK (amount > 0),
    CONSTRAINT a_line_is_in_a_known_state CHECK (state IN (
        'MATCHED', 'REPEATED', 'OUTGOING', 'UNKNOWN', 'WRONG_AMOUNT', 'MATCHED_BY_HAND', 'UNIDENTIFIED', 'SET_ASIDE')),
    CONSTRAINT what_is_matched_names_a_bill CHECK (
        (state IN ('MATCHED', 'REPEATED', 'WRONG_AMOUNT', 'MATCHED_BY_HAND')) = (bill IS NOT NULL)),
    CONSTRAINT what_is_done_by_hand_has_a_reason CHECK (
        (state IN ('MATCHED_BY_HAND', 'UNIDENTIFIED', 'SET_ASIDE'))
        = (officer IS NOT NULL AND length(why) > 0 AND settled_at IS NOT NULL))
);
-- Each of the two names a payment once, however many files say it.
CREATE UNIQUE INDEX a_payment_is_matched_once ON reconciliation.line (source, bill)
    WHERE state IN ('MATCHED', 'MATCHED_BY_HAND');
CREATE INDEX line_to_work_on ON reconciliation.line (file, line) WHERE state IN ('UNKNOWN', 'WRONG_AMOUNT');

-- Lines that make no sense, with their number and what they say, sealed.
CREATE TABLE reconciliation.malformed (
    id   uuid   PRIMARY KEY,
    file uuid   NOT NULL REFERENCES reconciliation.file,
    line bigint NOT NULL,
    why  text   NOT NULL,
    said text   NOT NULL,
    CONSTRAINT a_line_is_reported_once UNIQUE (file, line),
    CONSTRAINT what_it_says_stands_sealed CHECK (said LIKE '§%')
);
