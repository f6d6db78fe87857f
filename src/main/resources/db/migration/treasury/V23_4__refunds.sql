-- Money asked back. Two officers approve, then it is ordered; where it goes and what was written stand sealed.
CREATE SEQUENCE treasury.refund_order;

CREATE TABLE treasury.refund (
    id                 uuid        PRIMARY KEY,
    bill               uuid        NOT NULL,
    application        uuid        NOT NULL,
    account            uuid        NOT NULL,
    office             text        NOT NULL,
    amount             bigint      NOT NULL,
    currency           text        NOT NULL,
    ground             text        NOT NULL,
    said               text        NOT NULL,
    bank               text        NOT NULL,
    account_number     text        NOT NULL,
    account_holder     text        NOT NULL,
    asked_by           uuid        NOT NULL,
    asked_at           timestamptz NOT NULL,
    state              text        NOT NULL,
    first_officer      uuid,
    first_at           timestamptz,
    second_officer     uuid,
    second_at          timestamptz,
    order_number       text,
    transfer_reference text,
    transferred_by     uuid,
    transferred_at     timestamptz,
    refused_by         uuid,
    refused_at         timestamptz,
    why                text        NOT NULL DEFAULT '',
    CONSTRAINT a_refund_gives_something_back CHECK (amount > 0),
    CONSTRAINT a_refund_has_a_ground CHECK (ground IN ('PAID_TWICE', 'WRONG_PAYMENT', 'OFFICE_COULD_NOT_SERVE', 'OTHER')),
    CONSTRAINT a_refund_is_in_a_known_state CHECK (
        state IN ('ASKED', 'ENDORSED', 'ORDERED', 'TRANSFERRED', 'REFUSED')),
    CONSTRAINT two_people_approve CHECK (first_officer <> second_officer),
    CONSTRAINT nobody_approves_last_what_they_asked_for CHECK (asked_by <> second_officer),
    CONSTRAINT a_first_approval_has_its_time CHECK ((first_officer IS NULL) = (first_at IS NULL)),
    CONSTRAINT what_is_endorsed_was_approved_once CHECK (state <> 'ENDORSED' OR first_officer IS NOT NULL),
    CONSTRAINT what_is_ordered_was_approved_by_two CHECK (
        (state IN ('ORDERED', 'TRANSFERRED'))
        = (first_officer IS NOT NULL AND second_officer IS NOT NULL AND second_at IS NOT NULL
           AND order_number IS NOT NULL)),
    CONSTRAINT what_is_transferred_has_a_reference CHECK (
        (state = 'TRANSFERRED')
        = (transfer_reference IS NOT NULL AND transferred_by IS NOT NULL AND transferred_at IS NOT NULL)),
    CONSTRAINT what_is_refused_has_a_reason CHECK (
        (state = 'REFUSED') = (refused_by IS NOT NULL AND refused_at IS NOT NULL AND length(why) > 0)),
    CONSTRAINT an_order_has_its_own_number UNIQUE (order_number),
    CONSTRAINT where_money_goes_stands_sealed CHECK (
        said LIKE '§%' AND account_number LIKE '§%' AND account_holder LIKE '§%')
);
CREATE UNIQUE INDEX one_refund_per_bill ON treasury.refund (bill) WHERE state <> 'REFUSED';
CREATE INDEX refund_by_office ON treasury.refund (office, asked_at);
CREATE INDEX refund_by_account ON treasury.refund (account, asked_at);
