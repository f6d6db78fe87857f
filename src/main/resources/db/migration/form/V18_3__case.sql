-- Pages that not every case is asked: another errand, the old passport, a child's parents, a group, who fetches a passport,
-- and what is special.
ALTER TABLE form.answers
    DROP CONSTRAINT section_is_known,
    ADD CONSTRAINT section_is_known CHECK (section IN (
        'IDENTITY', 'ERRAND', 'QUESTIONNAIRE', 'OLD_PASSPORT', 'PARENTS', 'PARENT_DATA', 'GROUP', 'COLLECTOR',
        'CIRCUMSTANCES', 'FAMILY', 'RELATIVES', 'KIND', 'PERSON', 'RESIDENCE', 'PLACE', 'VISIT'));
