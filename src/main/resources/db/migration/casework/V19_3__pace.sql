-- By what times papers are checked, each row from a day on: the standard that every office follows, and what was decided
-- for one office, which goes first.
CREATE TABLE casework.pace (
    office             text,
    valid_from         date    NOT NULL,
    check_hours        integer NOT NULL,
    hours_before_visit integer NOT NULL,
    lease_minutes      integer NOT NULL,
    duty_minutes       integer NOT NULL,
    days_to_mend       integer NOT NULL,
    patience_minutes   integer NOT NULL,
    CONSTRAINT papers_are_checked_within_a_month CHECK (check_hours BETWEEN 1 AND 720),
    CONSTRAINT a_check_ends_at_the_visit_at_the_latest CHECK (hours_before_visit BETWEEN 0 AND 240),
    CONSTRAINT a_file_is_lent_for_some_minutes CHECK (lease_minutes BETWEEN 5 AND 120),
    CONSTRAINT duty_ends_with_the_day CHECK (duty_minutes BETWEEN 5 AND 480),
    CONSTRAINT papers_are_mended_within_a_month CHECK (days_to_mend BETWEEN 1 AND 30),
    CONSTRAINT patience_ends_within_a_week CHECK (patience_minutes BETWEEN 0 AND 10080)
);
CREATE UNIQUE INDEX one_pace_of_an_office_begins_on_a_day ON casework.pace (office, valid_from)
    WHERE office IS NOT NULL;
CREATE UNIQUE INDEX one_standard_pace_begins_on_a_day ON casework.pace (valid_from) WHERE office IS NULL;

-- The standard: two days, the day before the visit at the latest; a quarter and half of an hour; three days to mend.
INSERT INTO casework.pace (office, valid_from, check_hours, hours_before_visit, lease_minutes, duty_minutes,
                           days_to_mend, patience_minutes)
VALUES (NULL, DATE '2017-01-01', 48, 24, 15, 30, 3, 0);

-- What has come before the head of a section.
CREATE INDEX file_escalated ON casework.file (office, due_at, application) WHERE escalated_at IS NOT NULL;
