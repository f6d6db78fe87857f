-- Why a person settled a line is told in their own words, and stands sealed. What was settled by hand has a number, in whose
-- order it is sealed anew.
ALTER TABLE reconciliation.line ADD COLUMN settlement uuid;
UPDATE reconciliation.line SET settlement = gen_random_uuid() WHERE why <> '';
ALTER TABLE reconciliation.line
    ADD CONSTRAINT what_has_a_reason_has_a_number CHECK ((why = '') = (settlement IS NULL)),
    -- Not valid yet: rows from before are sealed when the house starts.
    ADD CONSTRAINT a_reason_stands_sealed CHECK (why = '' OR why LIKE '§%') NOT VALID;
CREATE UNIQUE INDEX line_by_settlement ON reconciliation.line (settlement) WHERE settlement IS NOT NULL;
