CREATE SCHEMA IF NOT EXISTS interview;

-- The conversation at the counter. Notes are kept while they are typed; once it is held they stand.
CREATE TABLE interview.interview (
    application uuid        PRIMARY KEY,
    office      text        NOT NULL,
    officer     uuid        NOT NULL,
    begun_at    timestamptz NOT NULL,
    notes       text        NOT NULL,
    version     int         NOT NULL DEFAULT 1,
    saved_at    timestamptz NOT NULL,
    held_at     timestamptz,
    CONSTRAINT notes_stand_sealed CHECK (notes LIKE '§%')
);

-- Each original beside what was handed in before.
CREATE TABLE interview.original (
    application uuid        NOT NULL,
    kind        text        NOT NULL,
    upload      uuid,
    mark        text        NOT NULL,
    note        text,
    officer     uuid        NOT NULL,
    at          timestamptz NOT NULL,
    CONSTRAINT one_look_an_original PRIMARY KEY (application, kind),
    CONSTRAINT mark_is_known CHECK (mark IN ('SAME', 'DIFFERENT', 'NOT_BROUGHT')),
    CONSTRAINT a_difference_is_described CHECK (mark <> 'DIFFERENT' OR note IS NOT NULL),
    CONSTRAINT what_differs_stands_sealed CHECK (note LIKE '§%')
);

-- The examination (BAP) of a passport that was lost or damaged, or of data that differ: three people, one after the other.
CREATE TABLE interview.examination (
    application     uuid        PRIMARY KEY,
    office          text        NOT NULL,
    subject         text        NOT NULL,
    cause           text        NOT NULL,
    record          text        NOT NULL,
    recorded_by     uuid        NOT NULL,
    recorded_at     timestamptz NOT NULL,
    state           text        NOT NULL,
    proposed        text,
    proposed_months int,
    opinion         text,
    opined_by       uuid,
    opined_at       timestamptz,
    decision        text,
    months          int,
    reasons         text,
    decided_by      uuid,
    decided_at      timestamptz,
    until           timestamptz,
    resumed_at      timestamptz,
    CONSTRAINT state_is_known CHECK (state IN ('RECORDED', 'OPINED', 'DECIDED')),
    CONSTRAINT subject_is_known CHECK (subject IN ('LOST', 'DAMAGED', 'DATA_DIFFERS')),
    CONSTRAINT cause_is_known CHECK (cause IN ('DISASTER', 'CARELESSNESS', 'NEGLIGENCE', 'CLERICAL', 'FALSE_STATEMENT')),
    CONSTRAINT what_was_said_stands_sealed CHECK (
        record LIKE '§%' AND opinion LIKE '§%' AND reasons LIKE '§%'),
    CONSTRAINT an_opinion_is_whole CHECK (
        (state = 'RECORDED') = (proposed IS NULL) AND (proposed IS NULL) = (opinion IS NULL)
        AND (proposed IS NULL) = (opined_by IS NULL) AND (proposed IS NULL) = (opined_at IS NULL)),
    CONSTRAINT a_decision_is_whole CHECK (
        (state = 'DECIDED') = (decision IS NOT NULL) AND (decision IS NULL) = (reasons IS NULL)
        AND (decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_at IS NULL)),
    CONSTRAINT outcome_is_known CHECK (proposed IN ('GRANT', 'SUSPEND', 'REFUSE') AND decision IN ('GRANT', 'SUSPEND', 'REFUSE')),
    CONSTRAINT suspended_for_six_to_twenty_four_months CHECK (
        (decision = 'SUSPEND') = (months IS NOT NULL) AND months BETWEEN 6 AND 24
        AND proposed_months BETWEEN 6 AND 24),
    CONSTRAINT only_a_suspension_ends CHECK ((until IS NOT NULL) = (months IS NOT NULL)),
    CONSTRAINT three_people_see_it CHECK (
        opined_by <> recorded_by AND decided_by <> recorded_by AND decided_by <> opined_by)
);
CREATE INDEX examination_to_opine ON interview.examination (office, recorded_at) WHERE state = 'RECORDED';
CREATE INDEX examination_to_decide ON interview.examination (office, opined_at) WHERE state = 'OPINED';
CREATE INDEX examination_to_resume ON interview.examination (until) WHERE until IS NOT NULL AND resumed_at IS NULL;
