-- What comes on top of a book, and a book that costs some people nothing: which row of the file is which.
ALTER TABLE payment.tariff
    ADD COLUMN charge    text,
    ADD COLUMN free_for  text;
UPDATE payment.tariff
   SET charge = CASE
           WHEN code LIKE 'ADD\_PERCEPATAN%'   THEN 'SAME_DAY'
           WHEN code LIKE 'ADD\_HILANG\_KAHAR%' THEN 'LOST_BY_FORCE_MAJEURE'
           WHEN code LIKE 'ADD\_RUSAK\_KAHAR%'  THEN 'DAMAGED_BY_FORCE_MAJEURE'
           WHEN code LIKE 'ADD\_HILANG%'       THEN 'LOST'
           WHEN code LIKE 'ADD\_RUSAK%'        THEN 'DAMAGED'
       END,
       free_for = CASE WHEN code = 'PSP_CPMI_ZERO' THEN 'FIRST_OF_MIGRANT_WORKER' END;
ALTER TABLE payment.tariff
    ADD CONSTRAINT a_charge_is_known CHECK (charge IN (
        'SAME_DAY', 'LOST', 'LOST_BY_FORCE_MAJEURE', 'DAMAGED', 'DAMAGED_BY_FORCE_MAJEURE')),
    ADD CONSTRAINT a_charge_is_no_book CHECK (charge IS NULL OR charge_kind <> 'BOOK'),
    ADD CONSTRAINT what_is_free_for_some_costs_nothing CHECK (free_for IS NULL OR amount = 0),
    ADD CONSTRAINT one_charge_a_day EXCLUDE USING gist (
        charge WITH =, daterange(valid_from, valid_to, '[]') WITH &&
    ) WHERE (charge IS NOT NULL);

-- What a bill consists of, as it was on the day it was written: later tariffs change nothing here.
CREATE TABLE payment.bill_line (
    bill        uuid   NOT NULL REFERENCES payment.bill,
    position    int    NOT NULL,
    tariff_code text   NOT NULL,
    name_id     text   NOT NULL,
    name_en     text   NOT NULL,
    amount      bigint NOT NULL,
    CONSTRAINT one_line_a_position PRIMARY KEY (bill, position),
    CONSTRAINT a_line_is_for_something CHECK (amount > 0)
);
INSERT INTO payment.bill_line (bill, position, tariff_code, name_id, name_en, amount)
SELECT id, 1, tariff_code, name_id, name_en, amount
  FROM payment.bill;
