-- An office can say no, or put an application off for months.
ALTER TABLE application.application
    ADD COLUMN suspended_until timestamptz,
    DROP CONSTRAINT stage_is_known,
    ADD CONSTRAINT stage_is_known CHECK (stage IN ('DRAFT', 'SUBMITTED', 'SCHEDULED', 'CHECKED_IN', 'IN_SERVICE',
                                                   'INTERVIEWED', 'SUSPENDED', 'REFUSED', 'NO_SHOW', 'CANCELLED',
                                                   'EXPIRED')),
    ADD CONSTRAINT only_what_is_put_off_comes_back CHECK ((stage = 'SUSPENDED') = (suspended_until IS NOT NULL));

DROP INDEX application.one_live_application;
CREATE UNIQUE INDEX one_live_application ON application.application (nik_mark)
    WHERE service NOT IN ('EAZY_PASSPORT', 'PICKUP_SELF', 'PICKUP_FAMILY', 'PICKUP_PROXY')
          AND (stage IN ('SUBMITTED', 'SCHEDULED', 'CHECKED_IN', 'IN_SERVICE', 'SUSPENDED')
               OR stage = 'INTERVIEWED' AND intake = 'FORM');
CREATE INDEX application_suspended ON application.application (suspended_until) WHERE stage = 'SUSPENDED';
