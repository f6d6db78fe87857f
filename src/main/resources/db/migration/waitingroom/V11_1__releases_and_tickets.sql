CREATE SCHEMA IF NOT EXISTS waitingroom;

-- A release of places that was announced, and how far its waiting room has come. The seed of the draw is made with the
-- row: its fingerprint is told at once, the seed itself only with the draw. Until then it is sealed with a key that is
-- not in the database.
CREATE TABLE waitingroom.release (
    id                    uuid        PRIMARY KEY,
    office                text        NOT NULL,
    lane                  text        NOT NULL,
    opens_at              timestamptz NOT NULL,
    room_opens_at         timestamptz NOT NULL,
    first_day             date        NOT NULL,
    last_day              date        NOT NULL,
    admissions_per_minute int         NOT NULL,
    announced_at          timestamptz NOT NULL,
    withdrawn_at          timestamptz,            -- the office decided otherwise before the room opened
    seed_sha256           text        NOT NULL,
    sealed_seed           bytea       NOT NULL,
    gathered_at           timestamptz,            -- since then nobody joins the draw
    drawn_at              timestamptz,
    seed                  text,
    drawn                 int         NOT NULL DEFAULT 0,   -- how many tickets were drawn
    placed                int         NOT NULL DEFAULT 0,   -- how many have a place in the line, drawn or come later
    admitted              int         NOT NULL DEFAULT 0,   -- how many of them had been admitted at counted_at
    counted_at            timestamptz,
    idle_since            timestamptz,            -- since then nobody waits, or nothing is left to wait for
    closed_at             timestamptz,
    CONSTRAINT announced_once UNIQUE (office, lane, opens_at),
    CONSTRAINT lane_is_known CHECK (lane IN ('PASSPORT', 'PICK_UP', 'VISA')),
    CONSTRAINT the_room_opens_no_later_than_the_places CHECK (room_opens_at <= opens_at),
    CONSTRAINT a_release_opens_some_days CHECK (first_day <= last_day),
    CONSTRAINT somebody_is_admitted CHECK (admissions_per_minute > 0),
    CONSTRAINT a_fingerprint_has_64_digits CHECK (seed_sha256 ~ '^[0-9a-f]{64}$'),
    CONSTRAINT nobody_is_drawn_before_the_opening CHECK (gathered_at >= opens_at),
    CONSTRAINT whoever_is_drawn_was_gathered_first CHECK (drawn_at IS NULL OR gathered_at <= drawn_at),
    CONSTRAINT the_seed_is_told_with_the_draw CHECK ((seed IS NULL) = (drawn_at IS NULL)),
    CONSTRAINT the_seed_is_the_one_promised CHECK (encode(sha256(decode(seed, 'hex')), 'hex') = seed_sha256),
    CONSTRAINT nobody_is_admitted_without_a_place
        CHECK (0 <= admitted AND admitted <= placed AND 0 <= drawn AND drawn <= placed),
    CONSTRAINT the_line_is_counted_once_it_stands CHECK ((counted_at IS NULL) = (drawn_at IS NULL)),
    CONSTRAINT a_room_closes_after_its_draw CHECK (closed_at IS NULL OR drawn_at IS NOT NULL)
);
CREATE INDEX release_not_over ON waitingroom.release (office, lane, opens_at)
    WHERE closed_at IS NULL AND withdrawn_at IS NULL;

-- A ticket is one small row, for a million may be taken in minutes. It has no foreign key: that would lock the one
-- release row they all share (docs/adr/0041).
CREATE TABLE waitingroom.ticket (
    release           uuid        NOT NULL,
    account           uuid        NOT NULL,
    id                text        NOT NULL,
    by_lot            boolean     NOT NULL,       -- drawn; else in order of arrival
    taken_at          timestamptz NOT NULL,
    admissions        int         NOT NULL DEFAULT 0,
    first_admitted_at timestamptz,
    admitted_until    timestamptz,
    CONSTRAINT one_ticket_per_account PRIMARY KEY (release, account),
    CONSTRAINT admitted_once_and_renewed_once CHECK (admissions BETWEEN 0 AND 2),
    CONSTRAINT whoever_is_admitted_is_so_for_a_time
        CHECK ((admissions = 0) = (first_admitted_at IS NULL) AND (admissions = 0) = (admitted_until IS NULL))
);

-- Whoever came after the opening and has no place in the line yet. Emptied every moment.
CREATE TABLE waitingroom.newcomer (
    release uuid   NOT NULL,
    arrival bigint GENERATED ALWAYS AS IDENTITY,
    ticket  text   NOT NULL,
    CONSTRAINT one_arrival_at_a_time PRIMARY KEY (release, arrival)
);

-- The line: first those drawn, then those who came later. Written once, never moved.
CREATE TABLE waitingroom.place (
    release  uuid NOT NULL,
    position int  NOT NULL,
    ticket   text NOT NULL,
    CONSTRAINT one_ticket_per_place PRIMARY KEY (release, position),
    CONSTRAINT one_place_per_ticket UNIQUE (release, ticket),
    CONSTRAINT the_line_begins_with_one CHECK (position > 0)
);

CREATE TABLE waitingroom.reminder (
    id       uuid        PRIMARY KEY,
    release  uuid        NOT NULL REFERENCES waitingroom.release,
    account  uuid        NOT NULL,
    asked_at timestamptz NOT NULL,
    told_at  timestamptz,
    CONSTRAINT one_reminder_per_person UNIQUE (release, account)
);
CREATE INDEX reminder_not_told ON waitingroom.reminder (release) WHERE told_at IS NULL;
