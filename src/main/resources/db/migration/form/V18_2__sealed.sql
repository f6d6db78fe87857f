-- What people answer stands here sealed (docs/adr/0070).
ALTER TABLE form.answers
    ALTER COLUMN answers TYPE text USING answers::text,
    ALTER COLUMN unfinished TYPE text USING unfinished::text,
    -- Not valid yet: rows from before are sealed when the house starts.
    ADD CONSTRAINT what_was_answered_stands_sealed CHECK (
        (answers IS NULL OR answers LIKE '§%') AND (unfinished IS NULL OR unfinished LIKE '§%')) NOT VALID;
