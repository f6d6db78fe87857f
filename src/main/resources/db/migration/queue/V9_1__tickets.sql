CREATE SCHEMA IF NOT EXISTS queue;

-- How many numbers were given out under a letter on an office's day. Its row is the lock: numbers have no gap.
CREATE TABLE queue.numbering (
    office text NOT NULL,
    day    date NOT NULL,
    letter text NOT NULL,
    given  int  NOT NULL,
    CONSTRAINT one_numbering_a_day_and_letter PRIMARY KEY (office, day, letter)
);

-- A person who came in and waits to be called, is called, is served, was served or did not answer.
CREATE TABLE queue.ticket (
    id          uuid        NOT NULL PRIMARY KEY,
    office      text        NOT NULL,
    day         date        NOT NULL,
    letter      text        NOT NULL,
    number      int         NOT NULL,
    appointment uuid        NOT NULL,
    application uuid        NOT NULL,
    code        text        NOT NULL,
    service     text        NOT NULL,
    let_in_by   uuid        NOT NULL,
    due_at      timestamptz NOT NULL,
    arrived_at  timestamptz NOT NULL,
    state       text        NOT NULL,
    calls       int         NOT NULL,
    counter     int,
    officer     uuid,
    called_at   timestamptz,
    started_at  timestamptz,
    ended_at    timestamptz,

    CONSTRAINT a_number_is_given_once UNIQUE (office, day, letter, number),
    CONSTRAINT an_appointment_has_one_ticket UNIQUE (appointment),
    CONSTRAINT a_code_is_used_once UNIQUE (code),
    CONSTRAINT a_letter_is_a_capital CHECK (letter ~ '^[A-Z]$'),
    CONSTRAINT numbers_begin_at_one CHECK (number >= 1),
    CONSTRAINT a_state_is_one_we_know CHECK (state IN ('WAITING', 'CALLED', 'SERVING', 'DONE', 'NO_SHOW')),
    CONSTRAINT whoever_waits_was_not_called CHECK (
        state <> 'WAITING'
        OR calls = 0 AND num_nonnulls(counter, officer, called_at, started_at, ended_at) = 0),
    CONSTRAINT whoever_was_called_has_a_counter CHECK (
        state = 'WAITING' OR calls >= 1 AND num_nulls(counter, officer, called_at) = 0),
    CONSTRAINT service_begins_after_the_call CHECK (
        (started_at IS NOT NULL) = (state IN ('SERVING', 'DONE'))),
    CONSTRAINT only_what_is_over_has_an_end CHECK (
        (ended_at IS NOT NULL) = (state IN ('DONE', 'NO_SHOW')))
);
CREATE UNIQUE INDEX one_person_at_a_counter ON queue.ticket (office, counter) WHERE state IN ('CALLED', 'SERVING');
CREATE INDEX ticket_by_turn ON queue.ticket (office, day, due_at, arrived_at, number) WHERE state = 'WAITING';
CREATE INDEX ticket_by_call ON queue.ticket (office, day, called_at DESC) WHERE called_at IS NOT NULL;
CREATE INDEX ticket_by_application ON queue.ticket (application, arrived_at DESC);

-- Who sits at which counter, and since when.
CREATE TABLE queue.duty (
    office  text        NOT NULL,
    counter int         NOT NULL,
    officer uuid        NOT NULL,
    name    text        NOT NULL,
    since   timestamptz NOT NULL,
    CONSTRAINT one_officer_at_a_counter PRIMARY KEY (office, counter),
    CONSTRAINT one_counter_an_officer UNIQUE (officer)
);
