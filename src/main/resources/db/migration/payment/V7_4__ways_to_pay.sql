-- A bill can be paid by its billing code, or through a bank's virtual account or QRIS code (docs/adr/0076).
ALTER TABLE payment.payment
    ADD COLUMN way text NOT NULL DEFAULT 'BILLING_CODE',
    ADD CONSTRAINT a_payment_came_some_way CHECK (way IN ('BILLING_CODE', 'VIRTUAL_ACCOUNT', 'QRIS'));

-- A notice names what was paid: a billing code, an account, or our reference of a QRIS code.
ALTER TABLE payment.notice RENAME COLUMN trx_id TO reference;
ALTER TABLE payment.notice RENAME COLUMN billing_code TO number;
ALTER TABLE payment.notice
    ADD COLUMN way text NOT NULL DEFAULT 'BILLING_CODE',
    ADD CONSTRAINT a_notice_tells_of_some_way CHECK (way IN ('BILLING_CODE', 'VIRTUAL_ACCOUNT', 'QRIS'));

-- Money that came for a bill paid already, as when somebody pays the code and the account: theirs to have back.
CREATE TABLE payment.surplus (
    id          uuid        PRIMARY KEY,
    bill        uuid        NOT NULL REFERENCES payment.bill,
    way         text        NOT NULL,
    ntb         text        NOT NULL,
    ntpn        text        NOT NULL,
    bank        text        NOT NULL,
    channel     text        NOT NULL,
    amount      bigint      NOT NULL,
    paid_at     timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT a_surplus_is_some_money CHECK (amount > 0),
    CONSTRAINT a_surplus_came_some_way CHECK (way IN ('BILLING_CODE', 'VIRTUAL_ACCOUNT', 'QRIS')),
    CONSTRAINT one_surplus_per_ntpn UNIQUE (ntpn),
    CONSTRAINT one_surplus_per_ntb UNIQUE (bank, ntb)
);
CREATE INDEX surplus_by_bill ON payment.surplus (bill);
