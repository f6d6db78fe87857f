-- What one application owes. Amounts are whole rupiah, names and regulation as they were on the day.
CREATE TABLE payment.bill (
    id           uuid        PRIMARY KEY,
    application  uuid        NOT NULL,
    account      uuid        NOT NULL,
    tariff_code  text        NOT NULL,
    name_id      text        NOT NULL,
    name_en      text        NOT NULL,
    legal_basis  text        NOT NULL,
    amount       bigint      NOT NULL,
    payer        text        NOT NULL,
    nik          text,
    state        text        NOT NULL,
    doubt        text,
    billing_code text,
    requested_at timestamptz NOT NULL,
    pay_by       timestamptz NOT NULL,
    issued_at    timestamptz,
    said_paid_at timestamptz,
    ask_at       timestamptz,
    asked        int         NOT NULL DEFAULT 0,
    closed_at    timestamptz,
    CONSTRAINT a_bill_is_for_something CHECK (amount > 0),
    CONSTRAINT a_bill_is_in_a_known_state CHECK (state IN ('REQUESTED', 'OPEN', 'PAID', 'CLOSED')),
    CONSTRAINT a_billing_code_has_fifteen_digits CHECK (billing_code ~ '^\d{15}$'),
    CONSTRAINT a_billing_code_is_for_one_bill UNIQUE (billing_code),
    CONSTRAINT what_can_be_paid_has_a_code CHECK (state NOT IN ('OPEN', 'PAID') OR billing_code IS NOT NULL),
    -- The biller is told the number once; after that we have no use for it here.
    CONSTRAINT a_number_is_kept_until_the_code_came CHECK ((state = 'REQUESTED') = (nik IS NOT NULL)),
    -- Why an unpaid bill may be paid after all: a notice says so and is being checked, or says another amount.
    CONSTRAINT only_an_unpaid_bill_is_in_doubt CHECK (
        doubt IS NULL OR (doubt IN ('NOTICED', 'WRONG_AMOUNT') AND state IN ('REQUESTED', 'OPEN'))),
    -- A bill closed unpaid may still become paid: money that comes late is money all the same.
    CONSTRAINT a_closed_bill_has_its_time CHECK (
        (state <> 'CLOSED' OR closed_at IS NOT NULL) AND (closed_at IS NULL OR state IN ('CLOSED', 'PAID')))
);

-- An application has one bill to pay at a time; when that was closed, another may follow.
CREATE UNIQUE INDEX one_live_bill ON payment.bill (application) WHERE state IN ('REQUESTED', 'OPEN');
CREATE INDEX bill_by_application ON payment.bill (application, requested_at);
CREATE INDEX bill_to_ask_about ON payment.bill (ask_at) WHERE state IN ('OPEN', 'CLOSED');

-- Money received. NTPN is the treasury's number for it, NTB the bank's; banks number each for themselves.
CREATE TABLE payment.payment (
    bill        uuid        NOT NULL REFERENCES payment.bill,
    ntb         text        NOT NULL,
    ntpn        text        NOT NULL,
    bank        text        NOT NULL,
    channel     text        NOT NULL,
    amount      bigint      NOT NULL CHECK (amount > 0),
    paid_at     timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    late        bool        NOT NULL,
    CONSTRAINT paid_once PRIMARY KEY (bill),
    CONSTRAINT one_payment_per_ntpn UNIQUE (ntpn),
    CONSTRAINT one_payment_per_ntb UNIQUE (bank, ntb)
);

-- What the biller told us unasked, each notice once however often it comes, and what became of it.
CREATE TABLE payment.notice (
    id           uuid        PRIMARY KEY,
    trx_id       text        NOT NULL,
    billing_code text        NOT NULL,
    ntb          text        NOT NULL,
    ntpn         text        NOT NULL,
    total        bigint      NOT NULL,
    bill         uuid        REFERENCES payment.bill,
    verdict      text        NOT NULL,
    checks       int         NOT NULL DEFAULT 0,
    received_at  timestamptz NOT NULL,
    times        int         NOT NULL DEFAULT 1,
    CONSTRAINT a_notice_is_kept_once UNIQUE (billing_code, ntpn, ntb, total),
    CONSTRAINT a_notice_has_a_verdict CHECK (
        verdict IN ('WAITING', 'CONFIRMED', 'WRONG_AMOUNT', 'UNMATCHED', 'CONTRADICTED')),
    CONSTRAINT only_a_matched_notice_is_judged CHECK ((bill IS NULL) = (verdict = 'UNMATCHED'))
);
CREATE INDEX notice_by_bill ON payment.notice (bill);
CREATE INDEX notice_for_an_officer ON payment.notice (received_at)
    WHERE verdict IN ('WRONG_AMOUNT', 'UNMATCHED', 'CONTRADICTED');

-- Every question to the biller, written before it is sent, and its answer. Passwords and people are masked.
CREATE TABLE payment.exchange (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at           timestamptz NOT NULL,
    bill         uuid        NOT NULL,
    method       text        NOT NULL,
    request      text        NOT NULL,
    status       int,
    answer       text,
    outcome      text,
    milliseconds int,
    CONSTRAINT an_answer_has_an_outcome CHECK (answer IS NULL OR outcome IS NOT NULL)
);
CREATE INDEX exchange_by_bill ON payment.exchange (bill, at);
CREATE INDEX exchange_by_time ON payment.exchange (at);
