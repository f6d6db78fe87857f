-- What a program read on a paper, sealed: a hint beside what was typed. Files from before are not read.
ALTER TABLE document.upload ADD COLUMN read_at timestamptz DEFAULT '-infinity';
ALTER TABLE document.upload ALTER COLUMN read_at DROP DEFAULT;

CREATE INDEX upload_to_read ON document.upload (at) WHERE read_at IS NULL AND kind IN ('KTP', 'PASPOR_LAMA');

CREATE TABLE document.reading (
    upload uuid PRIMARY KEY REFERENCES document.upload (id) ON DELETE CASCADE,
    said   text NOT NULL,
    CONSTRAINT said_stands_sealed CHECK (said LIKE '§%')
);
