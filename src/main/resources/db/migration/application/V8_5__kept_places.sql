-- Who paid late and whose place had gone is kept the nearest that is as good, for a day (docs/adr/0077).
CREATE TABLE application.kept_place (
    application uuid        PRIMARY KEY REFERENCES application.application ON DELETE CASCADE,
    appointment uuid        NOT NULL,
    until       timestamptz NOT NULL
);

-- What costs nothing, or is paid at the office, goes in without a bill.
ALTER TABLE application.application
    DROP CONSTRAINT what_went_in_by_the_form_has_a_bill,
    ADD CONSTRAINT only_what_went_in_by_the_form_has_a_bill CHECK (
        bill IS NULL OR intake = 'FORM' AND stage <> 'DRAFT'),
    ADD CONSTRAINT what_waits_for_payment_has_a_bill CHECK (
        stage NOT IN ('SUBMITTED', 'EXPIRED') OR bill IS NOT NULL);
