-- Each file is sealed by a key of its own, which lies here sealed by a master key that only the nodes know. Files from
-- before have none and lie open. What is kept was made anew from what was sent; sha256 is that of what was sent.
ALTER TABLE document.upload
    DROP CONSTRAINT upload_holds_something_but_at_most_5_mb,
    ADD CONSTRAINT kept_file_holds_something_but_at_most_8_mb CHECK (bytes BETWEEN 1 AND 8388608),
    ADD COLUMN has_preview boolean NOT NULL DEFAULT false,
    ADD COLUMN hints       text[]  NOT NULL DEFAULT '{}',
    ADD COLUMN master_key  text,
    ADD COLUMN sealed_key  bytea,
    ADD CONSTRAINT sealed_key_names_its_master CHECK ((master_key IS NULL) = (sealed_key IS NULL)),
    ADD CONSTRAINT preview_is_sealed CHECK (sealed_key IS NOT NULL OR NOT has_preview);

-- Pressed twice or sent again by a browser: one file. Those from before may stand twice.
CREATE UNIQUE INDEX same_file_is_kept_once
    ON document.upload (application, account, kind, sha256)
    WHERE sealed_key IS NOT NULL;

CREATE INDEX upload_by_master_key ON document.upload (master_key);
