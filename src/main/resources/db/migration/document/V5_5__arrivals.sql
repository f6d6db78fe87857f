-- A file on its way in, before a form brings it: so that a line that breaks loses nothing, whichever node it comes back to.
-- It is its sender's alone and lives a day. Once handed in, what it became stays for whoever sends the form again.
CREATE TABLE document.arrival (
    id         uuid        PRIMARY KEY,
    account    uuid        NOT NULL,
    bytes      bigint      NOT NULL,
    arrived    bigint      NOT NULL DEFAULT 0,
    pieces     int         NOT NULL DEFAULT 0,
    begun_at   timestamptz NOT NULL,
    upload     uuid,
    master_key text        NOT NULL,
    sealed_key bytea       NOT NULL,
    CONSTRAINT arrival_promises_at_most_5_mb CHECK (bytes BETWEEN 1 AND 5242880),
    CONSTRAINT no_more_arrives_than_was_promised CHECK (arrived BETWEEN 0 AND bytes),
    CONSTRAINT only_what_is_whole_is_handed_in CHECK (upload IS NULL OR arrived = bytes)
);
CREATE INDEX arrival_by_account ON document.arrival (account, begun_at);
CREATE INDEX arrival_by_age ON document.arrival (begun_at);

-- What has come of it, each piece sealed by the file's key for its place.
CREATE TABLE document.piece (
    arrival uuid   NOT NULL REFERENCES document.arrival (id) ON DELETE CASCADE,
    first   bigint NOT NULL,
    sealed  bytea  NOT NULL,
    CONSTRAINT pieces_do_not_overlap PRIMARY KEY (arrival, first)
);

-- What is sealed cannot be made smaller.
ALTER TABLE document.piece ALTER COLUMN sealed SET STORAGE EXTERNAL;
