-- Who applies stands here sealed (docs/adr/0070); one person's applications are found by the number's mark.
ALTER TABLE application.application
    DROP CONSTRAINT nik_has_sixteen_digits,
    ADD COLUMN nik_mark uuid,
    -- Not valid yet: rows from before are sealed when the house starts.
    ADD CONSTRAINT who_applies_stands_sealed CHECK (
        applicant LIKE '§%' AND (nik IS NULL OR nik LIKE '§%')) NOT VALID,
    ADD CONSTRAINT whoever_has_a_number_is_found_by_it CHECK ((nik IS NULL) = (nik_mark IS NULL)) NOT VALID;

DROP INDEX application.one_live_application;
CREATE UNIQUE INDEX one_live_application ON application.application (nik_mark)
    WHERE stage IN ('SUBMITTED', 'SCHEDULED', 'CHECKED_IN', 'IN_SERVICE')
          OR stage = 'INTERVIEWED' AND intake = 'FORM';
