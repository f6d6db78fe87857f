-- A receipt for each fee taken at a counter. It says nobody's name: the paper does, as long as the application is known.
CREATE SEQUENCE treasury.counter_receipt_number;
CREATE TABLE treasury.counter_receipt (
    application uuid        PRIMARY KEY,
    number      text        NOT NULL,
    token       text        NOT NULL,
    taken_at    timestamptz NOT NULL,
    CONSTRAINT a_counter_receipt_has_its_own_number UNIQUE (number),
    CONSTRAINT a_token_names_one_counter_receipt UNIQUE (token),
    CONSTRAINT the_token_of_a_counter_receipt_cannot_be_guessed CHECK (token ~ '^[A-Za-z0-9_-]{27,64}$')
);
CREATE TRIGGER counter_receipts_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON treasury.counter_receipt
    FOR EACH STATEMENT EXECUTE FUNCTION treasury.refuse();
REVOKE UPDATE, DELETE, TRUNCATE ON treasury.counter_receipt FROM CURRENT_USER, PUBLIC;

-- What was taken before there were receipts for it.
INSERT INTO treasury.counter_receipt
SELECT subject::uuid, 'LK-' || to_char(day, 'YYYY') || '-' || lpad(nextval('treasury.counter_receipt_number')::text, 6, '0'),
       replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), at
  FROM treasury.entry
 WHERE what = 'TAKEN_AT_COUNTER';

-- What was taken at a counter was no bill; it goes back the same way as what was billed.
ALTER TABLE treasury.refund
    ALTER COLUMN bill DROP NOT NULL;
CREATE UNIQUE INDEX one_refund_per_counter_fee ON treasury.refund (application) WHERE bill IS NULL AND state <> 'REFUSED';
