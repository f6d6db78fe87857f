-- Every service of the list of requirements can be asked for by the form. What makes no book (fetching one, arranging a
-- visit to a group) costs nothing, has no bill, and stands beside an application under way.
ALTER TABLE application.application
    DROP CONSTRAINT service_is_offered,
    ADD CONSTRAINT service_is_offered CHECK (service IN (
        'NEW_ADULT', 'NEW_CHILD', 'REPLACE_EXPIRY', 'REPLACE_FULL', 'REPLACE_CHILD', 'REPLACE_LOST', 'REPLACE_LOST_FM',
        'REPLACE_DAMAGED', 'REPLACE_DAMAGED_FM', 'DATA_CHANGE', 'HAJJ', 'UMRAH', 'CPMI', 'DUAL_CITIZEN_CHILD',
        'BORN_ABROAD_CHILD', 'ABROAD_REPLACE', 'SPLP', 'EAZY_PASSPORT', 'PICKUP_SELF', 'PICKUP_FAMILY', 'PICKUP_PROXY'));

DROP INDEX application.one_live_application;
CREATE UNIQUE INDEX one_live_application ON application.application (nik_mark)
    WHERE service NOT IN ('EAZY_PASSPORT', 'PICKUP_SELF', 'PICKUP_FAMILY', 'PICKUP_PROXY')
          AND (stage IN ('SUBMITTED', 'SCHEDULED', 'CHECKED_IN', 'IN_SERVICE')
               OR stage = 'INTERVIEWED' AND intake = 'FORM');
