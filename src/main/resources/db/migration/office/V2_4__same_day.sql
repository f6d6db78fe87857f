-- Until which hour of a day an office takes those who want the passport on the same day, from a date on; without an hour
-- it does not. Of several decisions the latest holds. An office without one follows its type.
CREATE TABLE office.same_day (
    office     text NOT NULL REFERENCES office.office,
    valid_from date NOT NULL,
    until      time,
    PRIMARY KEY (office, valid_from)
);
