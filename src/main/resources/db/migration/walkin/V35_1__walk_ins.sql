CREATE SCHEMA walkin;

-- Somebody an officer gives a place that is set aside. The row is there before the place is taken, so that a page sent
-- twice asks for the same; who it is about stands with the application alone.
CREATE TABLE walkin.walk_in (
    id             uuid        PRIMARY KEY,
    office         text        NOT NULL,
    officer        uuid        NOT NULL,
    channel        text        NOT NULL,
    account        uuid        NOT NULL,
    application    uuid        NOT NULL,
    begun_at       timestamptz NOT NULL,
    priority_group text,
    appointment    uuid,
    ticket         uuid,
    CONSTRAINT an_officer_gives_what_is_set_aside CHECK (channel IN ('PRIORITY', 'ASSISTED')),
    CONSTRAINT group_is_one_the_law_knows
        CHECK (priority_group IN ('ELDERLY', 'TODDLER', 'PREGNANT', 'DISABLED', 'ILL')),
    CONSTRAINT whoever_goes_first_has_a_reason
        CHECK ((priority_group IS NOT NULL) = (channel = 'PRIORITY' AND appointment IS NOT NULL)),
    CONSTRAINT whoever_has_a_number_has_a_place CHECK (ticket IS NULL OR appointment IS NOT NULL),
    CONSTRAINT a_place_is_given_once UNIQUE (appointment)
);

CREATE INDEX walk_in_by_begun_at ON walkin.walk_in (begun_at);
CREATE INDEX walk_in_by_application ON walkin.walk_in (application);
