-- How many places a day a regional office allows each of its offices, from a date on: one for all of a province, or one
-- for an office, which goes first.
CREATE TABLE office.regional_cap (
    province     text NOT NULL REFERENCES office.province,
    office       text REFERENCES office.office,
    valid_from   date NOT NULL,
    places_a_day int  NOT NULL,
    CONSTRAINT a_cap_leaves_nobody_less_than_nothing CHECK (places_a_day BETWEEN 0 AND 100000),
    CONSTRAINT one_cap_begins_on_a_day UNIQUE NULLS NOT DISTINCT (province, office, valid_from)
);

-- Days on which an office serves although the calendar says otherwise. How, its template of that one day tells.
CREATE TABLE office.extra_day (
    office  text NOT NULL REFERENCES office.office,
    day     date NOT NULL,
    name_id text NOT NULL,
    name_en text NOT NULL,
    CONSTRAINT opened_once_a_day PRIMARY KEY (office, day)
);

-- For how long an office cannot issue a kind of book, and why.
CREATE TABLE office.outage (
    id            uuid PRIMARY KEY,
    office        text NOT NULL REFERENCES office.office,
    passport_type text NOT NULL,
    first_day     date NOT NULL,
    last_day      date NOT NULL,
    reason_id     text NOT NULL,
    reason_en     text NOT NULL,
    CONSTRAINT passport_type_is_known CHECK (passport_type IN ('NON_ELECTRONIC', 'ELECTRONIC')),
    CONSTRAINT an_outage_ends_after_it_begins CHECK (last_day >= first_day)
);
CREATE INDEX outage_by_office ON office.outage (office, last_day);
