-- Whoever paid for the same day comes first among the passports that are being made.
ALTER TABLE issuance.passport ADD COLUMN same_day boolean NOT NULL DEFAULT false;

DROP INDEX issuance.passport_by_office;
CREATE INDEX passport_by_office
    ON issuance.passport (office, state, same_day DESC, coalesce(ready_at, begun_at), application);
