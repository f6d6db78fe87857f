CREATE SCHEMA IF NOT EXISTS waitinglist;

-- How offers are made. Of several rules the one that began last holds.
CREATE TABLE waitinglist.rule (
    valid_from      date NOT NULL,
    offer_minutes   int  NOT NULL,
    day_from        time NOT NULL,
    day_until       time NOT NULL,
    next_morning    time NOT NULL,
    passes          int  NOT NULL,
    gather_hours    int  NOT NULL,
    windows         int  NOT NULL,
    last_call_hours int  NOT NULL,
    missed_offers   int  NOT NULL,
    CONSTRAINT one_rule_begins_on_a_day PRIMARY KEY (valid_from),
    CONSTRAINT an_offer_lasts CHECK (offer_minutes > 0 AND day_from < day_until AND next_morning > day_from),
    CONSTRAINT waiting_for_a_group_is_bounded
        CHECK (passes >= 0 AND gather_hours > 0 AND windows > 0 AND last_call_hours >= 0),
    CONSTRAINT some_offer_may_be_missed CHECK (missed_offers > 0)
);

-- What somebody waits for. The rank is the order of joining: it is given once and never changes.
CREATE TABLE waitinglist.wish (
    id        uuid        PRIMARY KEY,
    rank      bigint      NOT NULL GENERATED ALWAYS AS IDENTITY CONSTRAINT everyone_has_a_rank_of_their_own UNIQUE,
    account   uuid        NOT NULL,
    people    int         NOT NULL,
    first_day date        NOT NULL,
    last_day  date        NOT NULL,
    weekdays  int         NOT NULL,
    hours     text        NOT NULL,
    joined_at timestamptz NOT NULL,
    state     text        NOT NULL,
    why       text,
    state_at  timestamptz NOT NULL,
    -- How often younger ones were preferred since the latest offer, because the places were too few for this group.
    passed    int         NOT NULL DEFAULT 0,
    -- How many offers in a row were not taken.
    missed    int         NOT NULL DEFAULT 0,
    CONSTRAINT a_group_has_up_to_five CHECK (people BETWEEN 1 AND 5),
    CONSTRAINT the_last_day_is_not_before_the_first CHECK (last_day >= first_day),
    CONSTRAINT some_weekday_is_wanted CHECK (weekdays BETWEEN 1 AND 127),
    CONSTRAINT hours_are_known CHECK (hours IN ('ANY', 'MORNING', 'AFTERNOON')),
    CONSTRAINT state_is_known CHECK (state IN ('WAITING', 'OFFERED', 'PAUSED', 'ENDED')),
    CONSTRAINT whoever_no_longer_waits_knows_why CHECK (
        CASE state
            WHEN 'PAUSED' THEN COALESCE(why IN ('MISSED', 'UNFINISHED'), false)
            WHEN 'ENDED' THEN COALESCE(why IN ('PLACED', 'ELSEWHERE', 'WITHDRAWN', 'LAST_DAY'), false)
            ELSE why IS NULL
        END)
);
CREATE INDEX wish_by_account ON waitinglist.wish (account, joined_at);
CREATE INDEX wish_by_last_day ON waitinglist.wish (last_day) WHERE state <> 'ENDED';

-- Who goes together. An application waits once at a time.
CREATE TABLE waitinglist.member (
    wish        uuid    NOT NULL REFERENCES waitinglist.wish,
    application uuid    NOT NULL,
    ended       boolean NOT NULL DEFAULT false,
    PRIMARY KEY (wish, application)
);
CREATE UNIQUE INDEX one_open_wish ON waitinglist.member (application) WHERE NOT ended;

-- Where. The rank stands here once more, so that an office's list is read in order from its index.
CREATE TABLE waitinglist.wanted (
    wish   uuid    NOT NULL REFERENCES waitinglist.wish,
    office text    NOT NULL,
    zone   text    NOT NULL,
    rank   bigint  NOT NULL,
    ended  boolean NOT NULL DEFAULT false,
    PRIMARY KEY (wish, office)
);
CREATE UNIQUE INDEX wanted_in_order ON waitinglist.wanted (office, rank) WHERE NOT ended;

-- A window whose places are gathered for a group that was passed over too often, under the share's name in booking.
CREATE TABLE waitinglist.gathering (
    slot   uuid        NOT NULL,
    share  uuid        NOT NULL,
    office text        NOT NULL,
    wish   uuid        NOT NULL REFERENCES waitinglist.wish,
    places int         NOT NULL,
    until  timestamptz NOT NULL,
    CONSTRAINT a_window_is_gathered_for_one_group PRIMARY KEY (slot),
    CONSTRAINT what_is_gathered_is_there CHECK (places > 0)
);
CREATE INDEX gathering_by_office ON waitinglist.gathering (office);

-- Places held for somebody until they answer. Whoever changes an offer holds its wish.
CREATE TABLE waitinglist.offer (
    id        uuid        PRIMARY KEY,
    wish      uuid        NOT NULL REFERENCES waitinglist.wish,
    office    text        NOT NULL,
    slot      uuid        NOT NULL,
    starts_at timestamptz NOT NULL,
    ends_at   timestamptz NOT NULL,
    places    int         NOT NULL,
    made_at   timestamptz NOT NULL,
    deadline  timestamptz NOT NULL,
    -- When to say once more that time runs out; nothing once that was said.
    remind_at timestamptz,
    state     text        NOT NULL,
    state_at  timestamptz NOT NULL,
    CONSTRAINT an_offer_has_places CHECK (places > 0),
    CONSTRAINT there_is_time_to_answer CHECK (deadline > made_at AND deadline < starts_at),
    CONSTRAINT state_is_known CHECK (state IN ('OPEN', 'TAKING', 'TAKEN', 'DECLINED', 'TIMED_OUT', 'WITHDRAWN', 'LOST'))
);
CREATE UNIQUE INDEX one_open_offer ON waitinglist.offer (wish) WHERE state IN ('OPEN', 'TAKING');
CREATE INDEX offer_by_wish ON waitinglist.offer (wish, made_at);
CREATE INDEX offer_by_deadline ON waitinglist.offer (deadline) WHERE state = 'OPEN';
CREATE INDEX offer_by_reminder ON waitinglist.offer (remind_at) WHERE state = 'OPEN' AND remind_at IS NOT NULL;
CREATE INDEX offer_being_taken ON waitinglist.offer (state_at) WHERE state = 'TAKING';
