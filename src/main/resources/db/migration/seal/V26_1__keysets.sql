CREATE SCHEMA seal;

-- The keys that seal what is personal, and the one that marks it. They lie here sealed by a key from the environment.
CREATE TABLE seal.keyset (
    purpose    text        PRIMARY KEY,
    keys       bytea       NOT NULL,
    envelope   text        NOT NULL,   -- the name of the key that seals it
    changed_at timestamptz NOT NULL,
    CONSTRAINT purpose_is_known CHECK (purpose IN ('SEAL', 'MARK'))
);

-- How far each table has come whose rows are sealed anew by another key.
CREATE TABLE seal.walk (
    holder  text    PRIMARY KEY,
    key     text    NOT NULL,
    reached uuid    NOT NULL,
    done    boolean NOT NULL,
    whole   boolean NOT NULL,   -- no plain text from before is left
    CONSTRAINT what_is_done_is_whole CHECK (whole OR NOT done)
);
