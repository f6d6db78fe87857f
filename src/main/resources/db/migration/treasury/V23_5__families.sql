-- What a family paid at once is one payment to bank and biller and a receipt for each person: the first of them says how
-- much it was in all, the others which the first is (docs/adr/0107).
ALTER TABLE treasury.receipt
    ADD COLUMN first_bill uuid,
    ADD COLUMN whole      bigint,
    ADD CONSTRAINT only_a_first_receipt_names_the_whole CHECK (first_bill IS NULL OR whole IS NULL),
    ADD CONSTRAINT a_whole_is_more_than_its_part CHECK (whole > amount);

DROP INDEX treasury.receipt_by_amount_and_day;
CREATE INDEX receipt_by_amount_and_day ON treasury.receipt (coalesce(whole, amount), day) WHERE first_bill IS NULL;
