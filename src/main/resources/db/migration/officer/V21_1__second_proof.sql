CREATE SCHEMA IF NOT EXISTS officer;

-- What an officer's app shares with us. Of its codes none counts that is not later than the last that did.
CREATE TABLE officer.authenticator (
    account      uuid        PRIMARY KEY,
    secret       text        NOT NULL,
    made_at      timestamptz NOT NULL,
    confirmed_at timestamptz,
    last_step    bigint,
    CONSTRAINT a_secret_stands_sealed CHECK (secret LIKE '§%'),
    CONSTRAINT a_first_code_confirms CHECK ((confirmed_at IS NULL) = (last_step IS NULL))
);

-- Codes kept on paper. They are not here: a mark tells one when it is shown.
CREATE TABLE officer.recovery_code (
    account uuid        NOT NULL,
    mark    uuid        NOT NULL,
    used_at timestamptz,
    PRIMARY KEY (account, mark)
);

-- How many codes were tried since the window opened.
CREATE TABLE officer.attempt (
    account   uuid        PRIMARY KEY,
    opened_at timestamptz NOT NULL,
    count     int         NOT NULL,
    CONSTRAINT a_try_is_counted CHECK (count > 0)
);

-- Officers who came in by a password alone come in anew.
DELETE FROM platform.session
 WHERE principal_name IN (SELECT 'account ' || account FROM account.officer);
