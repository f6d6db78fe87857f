-- One code for the bills of a family: each keeps its own record, and the code is one more way to pay them (docs/adr/0107).
CREATE TABLE payment.family_bill (
    id           uuid        PRIMARY KEY,
    first_bill   uuid        NOT NULL REFERENCES payment.bill,
    amount       bigint      NOT NULL,
    billing_code text,
    requested_at timestamptz NOT NULL,
    pay_by       timestamptz NOT NULL,
    ntpn         text,
    ntb          text,
    bank         text,
    CONSTRAINT a_family_owes_something CHECK (amount > 0),
    CONSTRAINT a_family_code_has_fifteen_digits CHECK (billing_code ~ '^\d{15}$'),
    CONSTRAINT a_family_code_is_for_one_family UNIQUE (billing_code),
    CONSTRAINT what_a_family_paid_has_all_its_numbers CHECK ((ntpn IS NULL) = (ntb IS NULL) AND (ntpn IS NULL) = (bank IS NULL)),
    CONSTRAINT one_family_payment_per_ntpn UNIQUE (ntpn),
    CONSTRAINT one_family_payment_per_ntb UNIQUE (bank, ntb)
);

CREATE TABLE payment.family_share (
    family uuid   NOT NULL REFERENCES payment.family_bill,
    bill   uuid   NOT NULL REFERENCES payment.bill,
    amount bigint NOT NULL,
    CONSTRAINT a_bill_has_one_share PRIMARY KEY (family, bill),
    CONSTRAINT a_share_is_for_something CHECK (amount > 0)
);
CREATE INDEX family_share_by_bill ON payment.family_share (bill);

-- What a family paid at once stands on each of its bills under the same numbers; everything else under its own.
ALTER TABLE payment.payment
    ADD COLUMN family uuid REFERENCES payment.family_bill,
    DROP CONSTRAINT one_payment_per_ntpn,
    DROP CONSTRAINT one_payment_per_ntb;
CREATE UNIQUE INDEX one_payment_per_ntpn ON payment.payment (ntpn) WHERE family IS NULL;
CREATE UNIQUE INDEX one_payment_per_ntb ON payment.payment (bank, ntb) WHERE family IS NULL;
CREATE INDEX payment_by_family ON payment.payment (family) WHERE family IS NOT NULL;

ALTER TABLE payment.surplus
    ADD COLUMN family uuid REFERENCES payment.family_bill,
    DROP CONSTRAINT one_surplus_per_ntpn,
    DROP CONSTRAINT one_surplus_per_ntb;
CREATE UNIQUE INDEX one_surplus_per_ntpn ON payment.surplus (ntpn) WHERE family IS NULL;
CREATE UNIQUE INDEX one_surplus_per_ntb ON payment.surplus (bank, ntb) WHERE family IS NULL;
CREATE UNIQUE INDEX one_surplus_per_share ON payment.surplus (family, bill) WHERE family IS NOT NULL;
