CREATE SCHEMA IF NOT EXISTS office;

-- Regions, by the codes of the Ministry of Home Affairs. A code that left the data stays, no longer in use: the
-- numbers of people registered there still begin with it.
CREATE TABLE office.province (
    code   text    PRIMARY KEY CHECK (code ~ '^\d{2}$'),
    name   text    NOT NULL,
    zone   text    NOT NULL,
    in_use boolean NOT NULL DEFAULT true
);

CREATE TABLE office.regency (
    code     text    PRIMARY KEY CHECK (code ~ '^\d{2}\.\d{2}$'),
    province text    NOT NULL REFERENCES office.province,
    name     text    NOT NULL,
    kind     text    NOT NULL CHECK (kind IN ('KABUPATEN', 'KOTA')),
    in_use   boolean NOT NULL DEFAULT true
);
CREATE INDEX regency_by_province ON office.regency (province);

CREATE TABLE office.district (
    code    text    PRIMARY KEY CHECK (code ~ '^\d{2}\.\d{2}\.\d{2}$'),
    regency text    NOT NULL REFERENCES office.regency,
    name    text    NOT NULL,
    in_use  boolean NOT NULL DEFAULT true
);
CREATE INDEX district_by_regency ON office.district (regency);

-- Offices, their units and missions abroad: facts from the data files, rewritten when those change. What an
-- administrator decides stands in the tables below and is never rewritten.
CREATE TABLE office.office (
    id                    text PRIMARY KEY CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name                  text NOT NULL,
    type                  text NOT NULL CHECK (type IN ('IMMIGRATION_OFFICE', 'PASSPORT_SERVICE_UNIT',
                              'IMMIGRATION_WORK_UNIT', 'EXPRESS_PASSPORT_UNIT', 'PUBLIC_SERVICE_MALL',
                              'IMMIGRATION_LOUNGE', 'MISSION')),
    mission_type          text CHECK (mission_type IN ('EMBASSY', 'CONSULATE_GENERAL', 'CONSULATE', 'TRADE_OFFICE')),
    class                 text CHECK (class IN ('I Khusus', 'I', 'II', 'III')),
    has_border_checkpoint boolean,
    parent                text REFERENCES office.office DEFERRABLE INITIALLY DEFERRED,
    regency               text REFERENCES office.regency,
    country               text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
    city                  text NOT NULL,
    address               text,
    postcode              text,
    zone                  text NOT NULL,
    latitude              double precision,
    longitude             double precision,
    position_source       text,
    state                 text NOT NULL CHECK (state IN ('ACTIVE', 'UNCONFIRMED', 'REPLACED', 'HISTORIC')),
    status                text,
    replaced_by           text REFERENCES office.office DEFERRABLE INITIALLY DEFERRED,
    tier                  text,
    mark                  text NOT NULL,
    source                text NOT NULL,
    CONSTRAINT a_mission_is_abroad_and_nothing_else_is
        CHECK ((type = 'MISSION') = (country <> 'ID') AND (type = 'MISSION') = (mission_type IS NOT NULL)),
    CONSTRAINT a_place_in_indonesia_stands_in_a_regency
        CHECK (type = 'MISSION' OR regency IS NOT NULL),
    CONSTRAINT a_position_has_both_coordinates
        CHECK ((latitude IS NULL) = (longitude IS NULL)),
    CONSTRAINT a_replaced_office_names_its_successor
        CHECK ((state = 'REPLACED') = (replaced_by IS NOT NULL))
);

-- National holidays and joint leave, from the data file.
CREATE TABLE office.holiday (
    day         date    NOT NULL,
    kind        text    NOT NULL CHECK (kind IN ('PUBLIC_HOLIDAY', 'JOINT_LEAVE')),
    name_id     text    NOT NULL,
    name_en     text    NOT NULL,
    provisional boolean NOT NULL,
    PRIMARY KEY (day, name_id)
);

-- Days an administrator closed: one office's, or, without an office, everyone's.
CREATE TABLE office.closed_day (
    office  text REFERENCES office.office,
    day     date NOT NULL,
    name_id text NOT NULL,
    name_en text NOT NULL,
    CONSTRAINT closed_once_a_day UNIQUE NULLS NOT DISTINCT (office, day)
);

-- The rules of service. Without an office: a preset's standard rules, from the data file. With an office: what was
-- decided for it, which goes first. Of several in force the one that began last holds, so a rule with an end gives way
-- by itself.
CREATE TABLE office.policy (
    id                            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    preset                        text NOT NULL CHECK (preset IN ('ANTREAN_PASPOR', 'APAPO', 'M_PASPOR')),
    office                        text REFERENCES office.office,
    lane                          text NOT NULL CHECK (lane IN ('PASSPORT', 'PICK_UP', 'VISA')),
    valid_from                    date NOT NULL,
    valid_until                   date,
    assignment                    text NOT NULL CHECK (assignment IN ('CHOSEN', 'ASSIGNED')),
    payment                       text NOT NULL CHECK (payment IN ('UPFRONT', 'AT_OFFICE', 'NONE')),
    documents                     text NOT NULL CHECK (documents IN ('UPFRONT', 'AT_OFFICE')),
    group_limit                   int  NOT NULL CHECK (group_limit BETWEEN 1 AND 5),
    hold_minutes                  int  NOT NULL CHECK (hold_minutes BETWEEN 1 AND 10080),
    reschedules                   int  NOT NULL CHECK (reschedules >= 0),
    reschedule_days_before        int  NOT NULL CHECK (reschedule_days_before >= 0),
    days_between_applications     int  NOT NULL CHECK (days_between_applications >= 0),
    minimum_notice_minutes        int  NOT NULL CHECK (minimum_notice_minutes BETWEEN 0 AND 43200),
    horizon_days                  int  NOT NULL CHECK (horizon_days BETWEEN 1 AND 366),
    return_delay_least_minutes    int  NOT NULL CHECK (return_delay_least_minutes >= 0),
    return_delay_most_minutes     int  NOT NULL CHECK (return_delay_most_minutes >= return_delay_least_minutes),
    release_since                 date,
    release_at                    time,
    release_every_weeks           int CHECK (release_every_weeks BETWEEN 1 AND 52),
    release_first_day             int CHECK (release_first_day BETWEEN 0 AND 366),
    release_lead_minutes          int CHECK (release_lead_minutes BETWEEN 0 AND 1440),
    release_admissions_per_minute int CHECK (release_admissions_per_minute BETWEEN 1 AND 1000000),
    CONSTRAINT a_policy_ends_after_it_begins CHECK (valid_until >= valid_from),
    CONSTRAINT a_release_is_told_whole_or_not_at_all
        CHECK (num_nonnulls(release_since, release_at, release_every_weeks, release_first_day, release_lead_minutes,
                            release_admissions_per_minute) IN (0, 6))
);
CREATE UNIQUE INDEX one_policy_begins_on_a_day ON office.policy (office, lane, valid_from) WHERE office IS NOT NULL;
CREATE UNIQUE INDEX one_standard_begins_on_a_day ON office.policy (preset, lane, valid_from) WHERE office IS NULL;

-- What an office can do on one weekday. Without an office: what the data file suggests for all offices of a tier.
-- With an office: what was planned for it, which goes first. Of several in force the one that began last holds, so
-- Ramadan hours give way by themselves; of two that began on one day, the one with an end. No counters means no service.
CREATE TABLE office.template (
    id              uuid     PRIMARY KEY DEFAULT gen_random_uuid(),
    office          text     REFERENCES office.office,
    tier            text,
    lane            text     NOT NULL CHECK (lane IN ('PASSPORT', 'PICK_UP', 'VISA')),
    weekday         smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    valid_from      date     NOT NULL,
    valid_until     date,
    counters        int      NOT NULL CHECK (counters BETWEEN 0 AND 99),
    service_minutes int      NOT NULL CHECK (service_minutes BETWEEN 1 AND 240),
    window_minutes  int      NOT NULL CHECK (window_minutes BETWEEN 5 AND 720),
    opens           time     NOT NULL,
    closes          time     NOT NULL,
    lunch_from      time     NOT NULL,
    lunch_until     time     NOT NULL,
    everyone        int      NOT NULL CHECK (everyone >= 0),
    assisted        int      NOT NULL CHECK (assisted >= 0),
    priority        int      NOT NULL CHECK (priority >= 0),
    partner         int      NOT NULL CHECK (partner >= 0),
    CONSTRAINT a_template_is_of_an_office_or_of_a_tier CHECK (num_nonnulls(office, tier) = 1),
    CONSTRAINT a_template_ends_after_it_begins CHECK (valid_until >= valid_from),
    CONSTRAINT an_office_closes_after_it_opens CHECK (closes > opens OR closes = '00:00'),
    CONSTRAINT lunch_ends_after_it_begins CHECK (lunch_until >= lunch_from),
    CONSTRAINT the_shares_of_the_channels_make_100 CHECK (everyone + assisted + priority + partner = 100),
    CONSTRAINT one_template_begins_on_a_day UNIQUE NULLS NOT DISTINCT
        (office, tier, lane, weekday, valid_from, valid_until)
);

-- How many counters the offices of a tier have until someone says otherwise, from the data file.
CREATE TABLE office.tier (
    name     text PRIMARY KEY,
    counters int  NOT NULL CHECK (counters BETWEEN 1 AND 99)
);

-- The counters of an office that differ from its tier's.
CREATE TABLE office.counter (
    office text     NOT NULL REFERENCES office.office,
    number smallint NOT NULL CHECK (number BETWEEN 1 AND 99),
    PRIMARY KEY (office, number)
);
