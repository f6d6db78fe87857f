-- Places a window has only because they are taken: its plan has fewer now. They are never free, and go when they come
-- back.
ALTER TABLE booking.slot
    ADD COLUMN surplus int NOT NULL DEFAULT 0,
    DROP CONSTRAINT a_slot_has_places,
    ADD CONSTRAINT a_slot_has_no_less_than_no_place CHECK (capacity >= 0),
    ADD CONSTRAINT what_is_beyond_the_plan_is_taken
        CHECK (surplus BETWEEN 0 AND capacity AND (surplus = 0 OR taken = capacity));

CREATE INDEX slot_beyond_its_plan ON booking.slot (starts_at) WHERE surplus > 0;

-- Days that are open and are to be cut once more, because the plan changed. Each is one step, whoever takes it.
CREATE TABLE booking.day_to_cut (
    office   text        NOT NULL,
    day      date        NOT NULL,
    noted_at timestamptz NOT NULL,
    CONSTRAINT a_day_is_noted_once PRIMARY KEY (office, day)
);

-- The moves an office asked for: they do not count as the person's own.
CREATE TABLE booking.move_by_office (
    key uuid PRIMARY KEY
);
