CREATE SCHEMA privacy;

-- What somebody agreed to after registering: to what, in which version of its words, when, and until when.
CREATE TABLE privacy.consent (
    id           uuid        PRIMARY KEY,
    account      uuid        NOT NULL,
    purpose      text        NOT NULL,
    version      text        NOT NULL,
    agreed_at    timestamptz NOT NULL,
    withdrawn_at timestamptz,
    CONSTRAINT purpose_is_known CHECK (purpose IN ('NOTICE', 'SURVEY', 'NEWS')),
    CONSTRAINT version_is_short CHECK (version ~ '^[a-z0-9.-]{1,20}$'),
    CONSTRAINT without_the_notice_there_is_no_account CHECK (purpose <> 'NOTICE' OR withdrawn_at IS NULL),
    CONSTRAINT nobody_withdraws_before_agreeing CHECK (withdrawn_at >= agreed_at)
);
CREATE UNIQUE INDEX one_consent_in_force ON privacy.consent (account, purpose, version) WHERE withdrawn_at IS NULL;
CREATE INDEX consent_by_account ON privacy.consent (account, agreed_at);

-- What somebody asks to have put right, and what was answered. Within three times 24 hours, says the law.
CREATE TABLE privacy.correction (
    id          uuid        PRIMARY KEY,
    account     uuid        NOT NULL,
    about       text        NOT NULL,
    wanted      text        NOT NULL,
    asked_at    timestamptz NOT NULL,
    due_at      timestamptz NOT NULL,
    state       text        NOT NULL,
    answer      text,
    answered_at timestamptz,
    answered_by uuid,
    CONSTRAINT about_is_known CHECK (about IN ('APPLICANT', 'FORM', 'DOCUMENT', 'PAYMENT', 'OTHER')),
    CONSTRAINT what_is_wanted_stands_sealed CHECK (wanted LIKE '§%' AND (answer IS NULL OR answer LIKE '§%')),
    CONSTRAINT state_is_known CHECK (state IN ('ASKED', 'DONE', 'REFUSED', 'WITHDRAWN')),
    CONSTRAINT an_answer_is_whole
        CHECK (num_nonnulls(answer, answered_at, answered_by) = CASE WHEN state IN ('DONE', 'REFUSED') THEN 3 ELSE 0 END)
);
CREATE INDEX correction_by_account ON privacy.correction (account, asked_at);
CREATE INDEX correction_to_answer ON privacy.correction (due_at) WHERE state = 'ASKED';
