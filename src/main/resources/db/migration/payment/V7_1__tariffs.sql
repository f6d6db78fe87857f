CREATE SCHEMA IF NOT EXISTS payment;

-- Lets a constraint compare words and periods together.
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

-- What things cost, by which regulation and on which days, as data/tariffs.csv says. Amounts are whole rupiah.
CREATE TABLE payment.tariff (
    code           text   PRIMARY KEY,
    name_id        text   NOT NULL,
    name_en        text   NOT NULL,
    passport_type  text   NOT NULL,
    validity_years int,
    amount         bigint NOT NULL,
    charge_kind    text   NOT NULL,
    legal_basis    text   NOT NULL,
    valid_from     date   NOT NULL,
    valid_to       date,
    ordinary       bool   NOT NULL,
    CONSTRAINT an_amount_is_not_negative CHECK (amount >= 0),
    CONSTRAINT a_charge_has_a_kind CHECK (charge_kind IN ('BOOK', 'SURCHARGE', 'PENALTY')),
    CONSTRAINT a_tariff_ends_after_it_begins CHECK (valid_to IS NULL OR valid_to >= valid_from),
    CONSTRAINT an_ordinary_passport_has_a_term CHECK (NOT ordinary OR validity_years IS NOT NULL),
    CONSTRAINT one_price_a_day EXCLUDE USING gist (
        passport_type WITH =, validity_years WITH =, daterange(valid_from, valid_to, '[]') WITH &&
    ) WHERE (ordinary)
);
