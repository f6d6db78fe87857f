CREATE SCHEMA IF NOT EXISTS casework;

-- The office's file of an application whose visit is certain: how far its papers are checked, and who has it in hand.
CREATE TABLE casework.file (
    application   uuid        PRIMARY KEY,
    account       uuid        NOT NULL,
    office        text        NOT NULL,
    service       text        NOT NULL,
    opened_at     timestamptz NOT NULL,
    visit_at      timestamptz NOT NULL,
    due_at        timestamptz NOT NULL,
    person_mark   uuid,
    standing      text        NOT NULL,
    standing_at   timestamptz NOT NULL,
    officer       uuid,
    second        uuid,
    repair_by     timestamptz,
    ground        text,
    why           text,
    claimed_by    uuid,
    claimed_until timestamptz,
    CONSTRAINT standing_is_known CHECK (standing IN ('WAITING', 'RETURNED', 'REPAIRED', 'READY', 'REFUSAL_PROPOSED',
                                                     'REFUSED', 'CLOSED')),
    -- Each standing says what is known at that point and nothing else.
    CONSTRAINT whoever_moved_it_is_named CHECK ((standing IN ('WAITING', 'CLOSED')) = (officer IS NULL)),
    CONSTRAINT only_what_went_back_is_to_be_mended_by_a_day CHECK ((standing = 'RETURNED') = (repair_by IS NOT NULL)),
    CONSTRAINT a_refusal_says_why CHECK (
        (standing IN ('REFUSAL_PROPOSED', 'REFUSED')) = (ground IS NOT NULL)
        AND (ground IS NULL) = (why IS NULL)),
    CONSTRAINT refused_by_two CHECK ((standing = 'REFUSED') = (second IS NOT NULL)),
    CONSTRAINT refused_by_a_second_person CHECK (second <> officer),
    CONSTRAINT why_it_was_refused_stands_sealed CHECK (why LIKE '§%'),
    CONSTRAINT a_claim_ends CHECK ((claimed_by IS NULL) = (claimed_until IS NULL)),
    CONSTRAINT only_what_is_to_be_checked_is_claimed CHECK (claimed_by IS NULL OR standing IN ('WAITING', 'REPAIRED'))
);

-- The worklist of an office, whole, of one service and of what came back: each page is read off an index.
CREATE INDEX file_to_check ON casework.file (office, due_at, application) WHERE standing IN ('WAITING', 'REPAIRED');
CREATE INDEX file_to_check_of_service ON casework.file (office, service, due_at, application)
    WHERE standing IN ('WAITING', 'REPAIRED');
CREATE INDEX file_repaired ON casework.file (office, due_at, application) WHERE standing = 'REPAIRED';
CREATE INDEX file_in_hand ON casework.file (claimed_by, due_at, application) WHERE claimed_by IS NOT NULL;
CREATE INDEX file_to_be_refused ON casework.file (office, standing_at) WHERE standing = 'REFUSAL_PROPOSED';
CREATE INDEX file_to_mend ON casework.file (account) WHERE standing = 'RETURNED';
CREATE INDEX file_of_a_person ON casework.file (person_mark) WHERE person_mark IS NOT NULL;

-- What an officer found of a paper. It holds for the very file that was looked at; what replaces that is looked at anew.
CREATE TABLE casework.verdict (
    application uuid        NOT NULL REFERENCES casework.file ON DELETE CASCADE,
    kind        text        NOT NULL,
    upload      uuid,
    reason      text,
    note        text,
    officer     uuid        NOT NULL,
    at          timestamptz NOT NULL,
    CONSTRAINT one_verdict_a_paper PRIMARY KEY (application, kind),
    CONSTRAINT what_is_missing_cannot_be_good CHECK (upload IS NOT NULL OR reason IS NOT NULL),
    CONSTRAINT a_note_belongs_to_a_reason CHECK (note IS NULL OR reason IS NOT NULL),
    CONSTRAINT a_reason_of_ones_own_is_told CHECK (reason <> 'OTHER' OR note IS NOT NULL),
    CONSTRAINT the_note_stands_sealed CHECK (note LIKE '§%')
);

-- What an officer has typed and not yet said: it outlives the lease, the line and the browser.
CREATE TABLE casework.typed (
    application uuid        NOT NULL REFERENCES casework.file ON DELETE CASCADE,
    officer     uuid        NOT NULL,
    kind        text        NOT NULL,
    reason      text,
    note        text        NOT NULL,
    at          timestamptz NOT NULL,
    CONSTRAINT typed_once_a_paper PRIMARY KEY (application, officer, kind),
    CONSTRAINT what_was_typed_stands_sealed CHECK (note LIKE '§%')
);

-- When an officer was last seen at the worklist: what they sent back comes back to them while they are on duty.
CREATE TABLE casework.duty (
    officer uuid        PRIMARY KEY,
    office  text        NOT NULL,
    seen_at timestamptz NOT NULL
);

-- What happened to an application, in order, for its applicant and for the officers.
CREATE TABLE casework.happening (
    application uuid        NOT NULL,
    number      bigint      GENERATED ALWAYS AS IDENTITY,
    at          timestamptz NOT NULL,
    what        text        NOT NULL,
    came_to     text        NOT NULL,
    account     uuid,
    CONSTRAINT happenings_stand_in_order PRIMARY KEY (application, number)
);
