CREATE SCHEMA IF NOT EXISTS identity;

-- Numbers that the civil registry did not confirm, and what became of them. The number itself stays in the form.
CREATE TABLE identity.lane (
    application uuid        PRIMARY KEY,
    outcome     text        NOT NULL,
    differing   text[]      NOT NULL,
    office      text,
    visit_at    timestamptz,
    since       timestamptz NOT NULL,
    tries       int         NOT NULL DEFAULT 0,
    next_try_at timestamptz NOT NULL,
    settled_at  timestamptz,
    settled_by  uuid,
    reason      text,
    note        text,
    CONSTRAINT differing_fields_are_known CHECK (differing <@ ARRAY ['NAME', 'BIRTH_PLACE', 'BIRTH_DATE', 'SEX']),
    CONSTRAINT who_is_expected_has_a_place CHECK ((office IS NULL) = (visit_at IS NULL)),
    CONSTRAINT whoever_settles_says_why CHECK ((settled_by IS NULL) = (reason IS NULL)),
    CONSTRAINT what_an_officer_settled_is_settled CHECK (settled_by IS NULL OR settled_at IS NOT NULL),
    CONSTRAINT reason_is_known CHECK (
        reason IN ('ORIGINALS_AGREE', 'LETTER_OF_REGISTRY', 'REGISTRY_ASKED', 'MISTYPED')),
    CONSTRAINT a_note_stands_sealed CHECK (note LIKE '§%')
);

CREATE INDEX lane_to_ask ON identity.lane (next_try_at) WHERE settled_at IS NULL;
CREATE INDEX lane_at_office ON identity.lane (office, visit_at) WHERE settled_at IS NULL;
