-- Times at which the office's clock stood still, once they are over: the one that lasts is the file's standing.
CREATE TABLE casework.pause (
    application uuid        NOT NULL REFERENCES casework.file ON DELETE CASCADE,
    number      bigint      GENERATED ALWAYS AS IDENTITY,
    why         text        NOT NULL,
    since       timestamptz NOT NULL,
    until       timestamptz NOT NULL,
    CONSTRAINT pauses_stand_in_order PRIMARY KEY (application, number),
    CONSTRAINT a_pause_ends_after_it_began CHECK (until >= since),
    CONSTRAINT why_is_known CHECK (why IN ('APPLICANT', 'DUKCAPIL', 'ANOTHER_OFFICE', 'OUTAGE'))
);

ALTER TABLE casework.file
    ADD COLUMN paused_for   text,
    ADD COLUMN escalated_at timestamptz,
    DROP CONSTRAINT standing_is_known,
    ADD CONSTRAINT standing_is_known CHECK (standing IN ('WAITING', 'RETURNED', 'REPAIRED', 'PAUSED', 'READY',
                                                         'REFUSAL_PROPOSED', 'REFUSED', 'CLOSED')),
    ADD CONSTRAINT only_a_pause_has_its_reason CHECK ((standing = 'PAUSED') = (paused_for IS NOT NULL)),
    ADD CONSTRAINT paused_for_is_known CHECK (paused_for IN ('DUKCAPIL', 'ANOTHER_OFFICE', 'OUTAGE'));

CREATE INDEX file_to_escalate ON casework.file (due_at)
    WHERE standing IN ('WAITING', 'REPAIRED') AND escalated_at IS NULL;
CREATE INDEX file_paused ON casework.file (office, due_at, application) WHERE standing = 'PAUSED';

-- What an officer judged of two applications by people of one name and day of birth with two numbers. It is asked once.
CREATE TABLE casework.likeness (
    one     uuid        NOT NULL,
    other   uuid        NOT NULL,
    is_same boolean     NOT NULL,
    officer uuid        NOT NULL,
    at      timestamptz NOT NULL,
    CONSTRAINT judged_once PRIMARY KEY (one, other),
    CONSTRAINT a_pair_stands_once CHECK (one < other)
);
CREATE INDEX likeness_of_the_other ON casework.likeness (other);
