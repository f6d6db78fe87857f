CREATE SCHEMA IF NOT EXISTS snap;

-- How a bill can be paid through the bank, beside its billing code (docs/adr/0076).
CREATE TABLE snap.offer (
    bill         uuid        NOT NULL,
    way          text        NOT NULL,
    number       text        NOT NULL,
    state        text        NOT NULL,
    amount       bigint      NOT NULL,
    billing_code text        NOT NULL,
    until        timestamptz NOT NULL,
    requested_at timestamptz NOT NULL,
    reference    text,
    content      text,
    CONSTRAINT one_offer_each_way PRIMARY KEY (bill, way),
    CONSTRAINT a_number_is_for_one_bill UNIQUE (way, number),
    CONSTRAINT an_offer_goes_some_way CHECK (way IN ('VIRTUAL_ACCOUNT', 'QRIS')),
    CONSTRAINT an_offer_is_in_a_known_state CHECK (state IN ('REQUESTED', 'OPEN', 'WITHDRAWN')),
    CONSTRAINT an_offer_asks_for_something CHECK (amount > 0),
    CONSTRAINT what_is_open_came_from_the_bank CHECK (state <> 'OPEN' OR (reference IS NOT NULL AND content IS NOT NULL))
);

-- Every message of the bank's that was let in: by the standard its id is used once a day.
CREATE TABLE snap.arrival (
    day         date        NOT NULL,
    external_id text        NOT NULL,
    at          timestamptz NOT NULL,
    CONSTRAINT an_external_id_comes_once_a_day PRIMARY KEY (day, external_id)
);

-- What was asked of the bank and what it answered, what it told us and what we answered. Secrets are masked.
CREATE TABLE snap.exchange (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at           timestamptz NOT NULL,
    incoming     bool        NOT NULL,
    path         text        NOT NULL,
    bill         uuid,
    request      text        NOT NULL,
    status       int,
    answer       text,
    outcome      text,
    milliseconds int,
    CONSTRAINT an_answer_has_an_outcome CHECK (answer IS NULL OR outcome IS NOT NULL)
);
CREATE INDEX exchange_by_bill ON snap.exchange (bill, at);
CREATE INDEX exchange_by_time ON snap.exchange (at);
