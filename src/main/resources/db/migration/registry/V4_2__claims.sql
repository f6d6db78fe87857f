-- Who account holders say they are, and what the registry says to it.
CREATE TABLE registry.claim (
    account    uuid        PRIMARY KEY,
    version    int         NOT NULL DEFAULT 1,   -- each correction is another claim: an answer to the one before is none
    nik        text        NOT NULL,
    nik_mark   uuid        NOT NULL,
    name       text        NOT NULL,
    birth_date text        NOT NULL,
    standing   text        NOT NULL,
    differing  text[]      NOT NULL DEFAULT '{}',
    confirmed  boolean     NOT NULL DEFAULT false,   -- the account is somebody's; before, nothing is asked about it
    claimed_at timestamptz NOT NULL,
    checked_at timestamptz,
    CONSTRAINT who_one_claims_to_be_stands_sealed CHECK (
        nik LIKE '§%' AND name LIKE '§%' AND birth_date LIKE '§%'),
    CONSTRAINT we_know_the_standing CHECK (standing IN ('UNCHECKED', 'MATCHES', 'DIFFERS', 'UNKNOWN', 'UNUSABLE')),
    CONSTRAINT what_was_checked_has_its_time CHECK ((standing = 'UNCHECKED') = (checked_at IS NULL)),
    CONSTRAINT only_what_differs_names_fields CHECK ((standing = 'DIFFERS') = (cardinality(differing) > 0))
);
CREATE INDEX claim_by_nik ON registry.claim (nik_mark);
