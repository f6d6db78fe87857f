CREATE SCHEMA IF NOT EXISTS account;

-- Someone who signs in. Until the code is typed the address is not proven: whoever registers it next takes the row over.
CREATE TABLE account.account (
    id              uuid        PRIMARY KEY,
    name            text        NOT NULL,
    email           text        NOT NULL,
    phone           text,
    password        text        NOT NULL,
    language        text        NOT NULL,
    consent_version text,
    consented_at    timestamptz,
    registered_at   timestamptz NOT NULL,
    confirmed_at    timestamptz,
    CONSTRAINT name_is_short CHECK (length(name) BETWEEN 1 AND 100),
    CONSTRAINT email_is_plain CHECK (length(email) <= 254 AND email ~ '^[!-~]+@[!-~]+$'),
    CONSTRAINT phone_is_international CHECK (phone ~ '^\+[1-9]\d{7,14}$'),
    CONSTRAINT password_is_hashed CHECK (password LIKE '$argon2id$%'),
    CONSTRAINT we_speak_the_language CHECK (language IN ('id', 'en')),
    CONSTRAINT consent_has_its_time CHECK ((consent_version IS NULL) = (consented_at IS NULL))
);
CREATE UNIQUE INDEX one_account_per_email ON account.account (lower(email));
CREATE INDEX account_not_confirmed ON account.account (registered_at) WHERE confirmed_at IS NULL;

-- An account that acts for an office.
CREATE TABLE account.officer (
    account uuid   PRIMARY KEY REFERENCES account.account ON DELETE CASCADE,
    office  text   NOT NULL,
    roles   text[] NOT NULL,
    CONSTRAINT an_officer_has_a_role CHECK (cardinality(roles) > 0),
    CONSTRAINT an_officer_is_no_applicant CHECK (NOT 'APPLICANT' = ANY (roles))
);

-- A letter that asks for six digits. They are not here: they follow from the id and the secret.
CREATE TABLE account.code (
    id           uuid        PRIMARY KEY,
    account      uuid        NOT NULL REFERENCES account.account ON DELETE CASCADE,
    registration uuid        NOT NULL,   -- the form it belongs to: another's form never gets this one's code
    confirms     boolean     NOT NULL,   -- false: the address had an account already, and no digits fit
    asked_at     timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    tries        int         NOT NULL DEFAULT 0,
    used_at      timestamptz,
    replaced_at  timestamptz,
    CONSTRAINT a_code_bears_five_tries CHECK (tries BETWEEN 0 AND 5),
    CONSTRAINT only_a_confirming_code_is_used CHECK (confirms OR used_at IS NULL)
);
CREATE INDEX code_by_account ON account.code (account, asked_at);
CREATE INDEX code_by_time ON account.code (asked_at);
CREATE UNIQUE INDEX one_live_code ON account.code (account) WHERE replaced_at IS NULL;

-- How often something was tried since its window opened. Whoever tried stands here under a keyed digest.
CREATE TABLE account.tally (
    kind      text        NOT NULL,
    whom      text        NOT NULL,
    opened_at timestamptz NOT NULL,
    count     int         NOT NULL,
    PRIMARY KEY (kind, whom),
    CONSTRAINT nobody_tried_less_than_never CHECK (count >= 0)
);
CREATE INDEX tally_by_time ON account.tally (opened_at);
