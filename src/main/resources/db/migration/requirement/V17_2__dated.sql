-- Each row counts for a period, and says in which circumstances its paper is needed and what it is uploaded as.
-- Administrators add and end rows; what they touched stays when a new edition brings the data file anew.
ALTER TABLE requirement.requirement
    DROP CONSTRAINT a_paper_is_asked_for_once,
    ADD COLUMN id            uuid    NOT NULL DEFAULT gen_random_uuid() PRIMARY KEY,
    ADD COLUMN circumstances text[]  NOT NULL DEFAULT '{}',
    ADD COLUMN slot          text,
    ADD COLUMN valid_from    date    NOT NULL DEFAULT DATE '2000-01-01',
    ADD COLUMN valid_to      date,
    ADD COLUMN of_office     boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT a_requirement_ends_after_it_begins CHECK (valid_to IS NULL OR valid_to >= valid_from),
    ADD CONSTRAINT a_paper_is_asked_for_once_a_day EXCLUDE USING gist (
        service WITH =, document WITH =, daterange(valid_from, valid_to, '[]') WITH &&
    );
