-- What is not about a bill says itself for which office it counts.
ALTER TABLE treasury.entry
    ADD COLUMN office text;

-- Where to look for what a bank may have meant.
CREATE INDEX receipt_by_amount_and_day ON treasury.receipt (amount, day);
