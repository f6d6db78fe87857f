CREATE SCHEMA IF NOT EXISTS document;

-- Every file that was accepted. A row is written once and never changed: what replaces it is a new row.
CREATE TABLE document.upload (
    id          uuid        PRIMARY KEY,
    application uuid        NOT NULL,
    account     uuid        NOT NULL,
    kind        text        NOT NULL,
    file_name   text        NOT NULL,
    media_type  text        NOT NULL,
    bytes       bigint      NOT NULL,
    sha256      bytea       NOT NULL,
    at          timestamptz NOT NULL,
    CONSTRAINT upload_holds_something_but_at_most_5_mb CHECK (bytes BETWEEN 1 AND 5242880),
    CONSTRAINT upload_is_a_picture_or_a_pdf CHECK (media_type IN ('image/jpeg', 'image/png', 'application/pdf')),
    CONSTRAINT upload_has_a_whole_digest CHECK (length(sha256) = 32),
    CONSTRAINT upload_has_a_short_name CHECK (length(file_name) BETWEEN 1 AND 120),
    CONSTRAINT upload_is_of_its_application_and_kind UNIQUE (id, application, kind)
);

-- Which of them counts now: one for each paper an application asks for. The others were replaced.
CREATE TABLE document.current_upload (
    application uuid NOT NULL,
    kind        text NOT NULL,
    upload      uuid NOT NULL,
    CONSTRAINT one_current_upload_a_kind PRIMARY KEY (application, kind),
    CONSTRAINT current_upload_is_of_this_application FOREIGN KEY (upload, application, kind)
        REFERENCES document.upload (id, application, kind)
);
