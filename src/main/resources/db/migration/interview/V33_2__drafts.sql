-- What stands typed beside the notes and has gone nowhere yet: minutes, and what differs in originals.
ALTER TABLE interview.interview
    ADD COLUMN drafts text,
    ADD CONSTRAINT drafts_stand_sealed CHECK (drafts LIKE '§%');
