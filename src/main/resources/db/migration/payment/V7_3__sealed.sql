-- Who pays stands here sealed (docs/adr/0070).
ALTER TABLE payment.bill
    -- Not valid yet: rows from before are sealed when the house starts.
    ADD CONSTRAINT who_pays_stands_sealed CHECK (payer LIKE '§%' AND (nik IS NULL OR nik LIKE '§%')) NOT VALID;
