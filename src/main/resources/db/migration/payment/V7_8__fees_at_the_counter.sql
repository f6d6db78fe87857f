-- What is paid at an office's counter, as it was when the form went in: no later tariff changes it. A mission abroad asks in
-- its own currency; amounts are in the currency's smallest coin in use (docs/adr/0078).
CREATE TABLE payment.counter_fee (
    application uuid        PRIMARY KEY,
    office      text        NOT NULL,
    amount      bigint      NOT NULL,
    currency    text        NOT NULL,
    fixed_at    timestamptz NOT NULL,
    taken_at    timestamptz,
    taken_by    uuid,
    CONSTRAINT a_counter_fee_is_for_something CHECK (amount > 0),
    CONSTRAINT a_currency_has_three_letters CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT what_was_taken_says_by_whom CHECK ((taken_at IS NULL) = (taken_by IS NULL))
);
CREATE INDEX counter_fee_by_time ON payment.counter_fee (fixed_at);

CREATE TABLE payment.counter_fee_line (
    application uuid   NOT NULL REFERENCES payment.counter_fee,
    position    int    NOT NULL,
    tariff_code text   NOT NULL,
    name_id     text   NOT NULL,
    name_en     text   NOT NULL,
    amount      bigint NOT NULL,
    CONSTRAINT one_line_a_place PRIMARY KEY (application, position),
    CONSTRAINT a_line_is_for_something CHECK (amount > 0)
);
