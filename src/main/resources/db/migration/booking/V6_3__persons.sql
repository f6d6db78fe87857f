-- Booking knows people by the mark of their number (docs/adr/0070). Rows from before still have the number until the house
-- starts; then the column is empty for good.
ALTER TABLE booking.appointment
    ALTER COLUMN nik DROP NOT NULL,
    DROP CONSTRAINT nik_has_sixteen_digits,
    ADD COLUMN person uuid,
    ADD CONSTRAINT whoever_comes_is_a_mark CHECK (person IS NOT NULL AND nik IS NULL) NOT VALID;

DROP INDEX booking.one_live_appointment;
DROP INDEX booking.appointment_over_by_month;

-- A person has one appointment ahead at a time; one that is over no longer counts. (Of the conditions: V6_1.)
CREATE UNIQUE INDEX one_live_appointment ON booking.appointment (person)
    WHERE state IN ('HELD', 'CONFIRMED', 'CHECKED_IN') AND person IS NOT NULL;
CREATE INDEX appointment_over_by_month ON booking.appointment
    (date_trunc('month', booked_at AT TIME ZONE 'UTC'), person, booked_at) WHERE state IN ('DONE', 'NO_SHOW');
CREATE INDEX appointment_by_number ON booking.appointment (id) WHERE nik IS NOT NULL;
