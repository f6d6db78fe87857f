-- Why a person had the books corrected is told in their own words. It stands apart and sealed: what is booked is never
-- changed, and keys are.
CREATE TABLE treasury.reason (
    id    uuid   PRIMARY KEY,
    entry bigint NOT NULL REFERENCES treasury.entry,
    why   text   NOT NULL,
    CONSTRAINT an_entry_has_one_reason UNIQUE (entry)
);
INSERT INTO treasury.reason (id, entry, why)
SELECT gen_random_uuid(), id, why
  FROM treasury.entry
 WHERE why <> '';
ALTER TABLE treasury.reason
    -- Not valid yet: rows from before are sealed when the house starts.
    ADD CONSTRAINT a_reason_stands_sealed CHECK (why LIKE '§%') NOT VALID;
ALTER TABLE treasury.entry DROP COLUMN why;
