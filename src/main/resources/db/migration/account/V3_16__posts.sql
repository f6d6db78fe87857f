-- How long an officer serves, and when they are away. An appointment that ended stays: it says who did what it shows.
ALTER TABLE account.officer
    ADD COLUMN last_day date,
    ADD COLUMN ended_at timestamptz,
    ADD CONSTRAINT an_officer_has_a_proof CHECK (NOT 'UNPROVEN_OFFICER' = ANY (roles));
CREATE INDEX officer_by_office ON account.officer (office);

CREATE TABLE account.leave (
    id        uuid PRIMARY KEY,
    account   uuid NOT NULL REFERENCES account.officer ON DELETE CASCADE,
    first_day date NOT NULL,
    last_day  date NOT NULL,
    CONSTRAINT a_leave_begins_before_it_ends CHECK (first_day <= last_day)
);
CREATE INDEX leave_by_account ON account.leave (account, first_day);
