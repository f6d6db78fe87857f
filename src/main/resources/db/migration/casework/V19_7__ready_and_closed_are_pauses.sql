-- A file that is looked at again after it was ready or closed: the time it lay so does not count either.
ALTER TABLE casework.pause
    DROP CONSTRAINT why_is_known,
    ADD CONSTRAINT why_is_known CHECK (why IN ('APPLICANT', 'DUKCAPIL', 'ANOTHER_OFFICE', 'OUTAGE', 'READY', 'CLOSED'));
