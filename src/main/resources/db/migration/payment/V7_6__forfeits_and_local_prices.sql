-- The moments at which somebody may lose a fee, and when they are to be warned of each (docs/adr/0079).
CREATE TABLE payment.forfeit (
    application uuid        NOT NULL,
    account     uuid        NOT NULL,
    moment      text        NOT NULL,
    lost_at     timestamptz NOT NULL,
    zone        text        NOT NULL,
    warned_at   timestamptz,
    CONSTRAINT one_forfeit_of_a_moment PRIMARY KEY (application, moment),
    CONSTRAINT a_moment_is_known CHECK (moment IN ('WRONG_KIND', 'CHANGE_ENDS', 'REPAIR_ENDS', 'PICKUP_ENDS'))
);
CREATE INDEX forfeit_by_account ON payment.forfeit (account);

-- A warning is gone once it was given, in the same transaction.
CREATE TABLE payment.warning (
    application uuid        NOT NULL,
    moment      text        NOT NULL,
    due_at      timestamptz NOT NULL,
    CONSTRAINT one_warning_at_a_time PRIMARY KEY (application, moment, due_at),
    CONSTRAINT a_warning_is_of_a_forfeit FOREIGN KEY (application, moment)
        REFERENCES payment.forfeit ON DELETE CASCADE
);
CREATE INDEX warning_by_time ON payment.warning (due_at);

-- What a mission abroad asks for in its own currency in place of the rupiah, in the currency's smallest coin.
CREATE TABLE payment.local_tariff (
    office      text   NOT NULL,
    tariff_code text   NOT NULL,
    amount      bigint NOT NULL,
    currency    text   NOT NULL,
    valid_from  date   NOT NULL,
    valid_to    date,
    CONSTRAINT a_local_price_is_some_money CHECK (amount > 0),
    CONSTRAINT a_currency_has_three_letters CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT one_local_price_a_day EXCLUDE USING gist (
        office WITH =, tariff_code WITH =, daterange(valid_from, valid_to, '[]') WITH &&
    )
);
