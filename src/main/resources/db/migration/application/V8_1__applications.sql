CREATE SCHEMA IF NOT EXISTS application;

CREATE TABLE application.application (
    id          uuid        PRIMARY KEY,
    reference   text        NOT NULL,
    account     uuid        NOT NULL,
    service     text        NOT NULL,
    intake      text        NOT NULL,
    language    text        NOT NULL,
    nik         text,
    started_at  timestamptz NOT NULL,
    stage       text        NOT NULL,
    stage_at    timestamptz NOT NULL,
    appointment uuid,
    bill        uuid,
    pay_by      timestamptz,
    paid_late   boolean,
    asked_at    timestamptz,
    CONSTRAINT one_application_per_reference UNIQUE (reference),
    CONSTRAINT reference_is_readable CHECK (reference ~ '^[2-9A-HJKMNP-Z]{6}$'),
    CONSTRAINT service_is_offered CHECK (service IN ('NEW_ADULT', 'NEW_CHILD', 'REPLACE_EXPIRY', 'REPLACE_CHILD')),
    CONSTRAINT intake_is_known CHECK (intake IN ('FORM', 'COUNTER')),
    CONSTRAINT language_is_spoken CHECK (language IN ('id', 'en')),
    CONSTRAINT nik_has_sixteen_digits CHECK (nik ~ '^\d{16}$'),
    CONSTRAINT stage_is_known CHECK (stage IN ('DRAFT', 'SUBMITTED', 'SCHEDULED', 'CHECKED_IN', 'IN_SERVICE',
                                               'INTERVIEWED', 'NO_SHOW', 'CANCELLED', 'EXPIRED')),
    -- Each stage says what is known at that point and nothing else.
    CONSTRAINT only_a_draft_has_no_person CHECK ((stage = 'DRAFT') = (nik IS NULL)),
    CONSTRAINT only_a_draft_has_no_visit CHECK ((stage = 'DRAFT') = (appointment IS NULL)),
    CONSTRAINT what_went_in_by_the_form_has_a_bill CHECK ((intake = 'FORM' AND stage <> 'DRAFT') = (bill IS NOT NULL)),
    CONSTRAINT only_a_form_waits_for_anything CHECK (intake = 'FORM' OR stage NOT IN ('DRAFT', 'SUBMITTED', 'EXPIRED')),
    CONSTRAINT only_what_is_submitted_waits_for_payment CHECK ((stage = 'SUBMITTED') = (pay_by IS NOT NULL)),
    CONSTRAINT only_what_has_expired_can_be_paid_late CHECK ((stage = 'EXPIRED') = (paid_late IS NOT NULL))
);

-- A person has one application under way; drafts and what has ended do not count. What came in at the counter ends
-- there, as far as is known here.
CREATE UNIQUE INDEX one_live_application ON application.application (nik)
    WHERE stage IN ('SUBMITTED', 'SCHEDULED', 'CHECKED_IN', 'IN_SERVICE')
          OR stage = 'INTERVIEWED' AND intake = 'FORM';
CREATE INDEX application_by_account ON application.application (account, started_at);
CREATE INDEX application_unpaid ON application.application (pay_by) WHERE stage = 'SUBMITTED';

-- What has been answered, a section at a time. Unfinished is what was typed on a page and could not yet be taken.
CREATE TABLE application.answers (
    application uuid        NOT NULL REFERENCES application.application ON DELETE CASCADE,
    section     text        NOT NULL,
    answers     jsonb,
    unfinished  jsonb,
    saved_at    timestamptz NOT NULL,
    PRIMARY KEY (application, section),
    CONSTRAINT section_is_known CHECK (section IN ('IDENTITY', 'QUESTIONNAIRE', 'FAMILY', 'RELATIVES', 'KIND', 'PERSON',
                                                   'RESIDENCE', 'PLACE', 'VISIT')),
    CONSTRAINT something_was_typed CHECK (answers IS NOT NULL OR unfinished IS NOT NULL)
);
