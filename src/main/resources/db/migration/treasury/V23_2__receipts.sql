-- A receipt for each payment. Whoever has the paper has the token, and may ask whether the paper is genuine.
CREATE TABLE treasury.receipt (
    bill         uuid        PRIMARY KEY,
    token        text        NOT NULL,
    billing_code text        NOT NULL,
    ntb          text        NOT NULL,
    ntpn         text        NOT NULL,
    bank         text        NOT NULL,
    channel      text        NOT NULL,
    amount       bigint      NOT NULL,
    currency     text        NOT NULL,
    paid_at      timestamptz NOT NULL,
    day          date        NOT NULL,
    CONSTRAINT a_token_names_one_receipt UNIQUE (token),
    CONSTRAINT a_token_cannot_be_guessed CHECK (token ~ '^[A-Za-z0-9_-]{27,64}$'),
    CONSTRAINT a_receipt_is_for_something CHECK (amount > 0)
);
CREATE INDEX receipt_by_day ON treasury.receipt (day);
CREATE INDEX receipt_by_ntpn ON treasury.receipt (ntpn);
CREATE INDEX receipt_by_billing_code ON treasury.receipt (billing_code);
CREATE TRIGGER receipts_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON treasury.receipt
    FOR EACH STATEMENT EXECUTE FUNCTION treasury.refuse();
REVOKE UPDATE, DELETE, TRUNCATE ON treasury.receipt FROM CURRENT_USER, PUBLIC;

-- What was paid before there were receipts.
INSERT INTO treasury.receipt
SELECT p.bill, replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), b.billing_code, p.ntb, p.ntpn,
       p.bank, p.channel, p.amount, 'IDR', p.paid_at, (p.paid_at AT TIME ZONE 'Asia/Jakarta')::date
  FROM payment.payment p
  JOIN payment.bill b ON b.id = p.bill;
