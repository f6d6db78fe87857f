-- The books: each thing that happens to money once, as amounts that go from one account to another. Debits are positive,
-- credits negative, so that every entry sums to zero. Written once and never changed: what was wrong is corrected by
-- another entry (docs/adr/0072).
CREATE SCHEMA IF NOT EXISTS treasury;

-- The chart of accounts, as data/accounts.csv says.
CREATE TABLE treasury.account (
    account text PRIMARY KEY,
    code    text NOT NULL,
    kind    text NOT NULL,
    name_id text NOT NULL,
    name_en text NOT NULL,
    CONSTRAINT an_account_has_its_own_code UNIQUE (code),
    CONSTRAINT an_account_is_of_a_known_kind CHECK (kind IN ('ASSET', 'LIABILITY', 'INCOME'))
);

-- Which office a bill was for; the first one counts, wherever the visit was moved afterwards.
CREATE TABLE treasury.bill_office (
    bill   uuid PRIMARY KEY,
    office text NOT NULL
);

CREATE TABLE treasury.entry (
    id      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    what    text        NOT NULL,
    subject text        NOT NULL,
    bill    uuid,                      -- nothing: money nobody was billed for
    at      timestamptz NOT NULL,      -- when it was written
    day     date        NOT NULL,      -- the day it counts for, as the treasury counts days
    officer uuid,                      -- nobody: the house itself
    why     text        NOT NULL DEFAULT '',
    CONSTRAINT what_happens_once_is_booked_once UNIQUE (what, subject),
    CONSTRAINT an_entry_says_what_happened CHECK (what ~ '^[A-Z][A-Z_]{2,40}$')
);
CREATE INDEX entry_by_bill ON treasury.entry (bill);
CREATE INDEX entry_by_day ON treasury.entry (day);

CREATE TABLE treasury.posting (
    entry    bigint NOT NULL REFERENCES treasury.entry,
    line     int    NOT NULL,
    account  text   NOT NULL,
    amount   bigint NOT NULL,
    currency text   NOT NULL,
    PRIMARY KEY (entry, line),
    CONSTRAINT a_posting_moves_something CHECK (amount <> 0),
    CONSTRAINT a_currency_has_three_letters CHECK (currency ~ '^[A-Z]{3}$')
);

-- Every entry sums to zero in each currency, and says at least from where to where. Asked when the transaction ends.
CREATE FUNCTION treasury.weigh() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    weighed bigint := (to_jsonb(NEW) ->> TG_ARGV[0])::bigint;
BEGIN
    IF EXISTS (SELECT FROM treasury.posting WHERE entry = weighed GROUP BY currency HAVING sum(amount) <> 0)
       OR (SELECT count(*) FROM treasury.posting WHERE entry = weighed) < 2 THEN
        RAISE EXCEPTION 'entry % does not sum to zero', weighed
            USING ERRCODE = 'check_violation', CONSTRAINT = 'every_entry_sums_to_zero';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER every_entry_sums_to_zero AFTER INSERT ON treasury.entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION treasury.weigh('id');
CREATE CONSTRAINT TRIGGER every_posting_leaves_its_entry_at_zero AFTER INSERT ON treasury.posting
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION treasury.weigh('entry');

-- Not even the application changes what is booked.
CREATE FUNCTION treasury.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what is booked is never changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER entries_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON treasury.entry
    FOR EACH STATEMENT EXECUTE FUNCTION treasury.refuse();
CREATE TRIGGER postings_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON treasury.posting
    FOR EACH STATEMENT EXECUTE FUNCTION treasury.refuse();
REVOKE UPDATE, DELETE, TRUNCATE ON treasury.entry, treasury.posting FROM CURRENT_USER, PUBLIC;

-- What a night's proof found: the books by themselves, and beside what bills and payments say.
CREATE TABLE treasury.proof (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at          timestamptz NOT NULL,
    bills       bigint      NOT NULL,
    owed        bigint      NOT NULL,
    received    bigint      NOT NULL,
    imbalance   bigint      NOT NULL,
    differences bigint      NOT NULL,
    first_bill  uuid,
    CONSTRAINT what_differs_is_named CHECK ((differences = 0) = (first_bill IS NULL))
);
CREATE INDEX proof_by_time ON treasury.proof (at);

-- What was billed and paid before there were books.
WITH told AS (
    SELECT b.id AS bill, 'BILL_OPENED' AS what, b.requested_at AS at, b.requested_at AS counts, b.amount,
           ARRAY['RECEIVABLE', 'BILLED'] AS accounts
      FROM payment.bill b
    UNION ALL
    SELECT b.id, 'BILL_CLOSED', b.closed_at, b.closed_at, b.amount, ARRAY['BILLED', 'RECEIVABLE']
      FROM payment.bill b
     WHERE b.closed_at IS NOT NULL
    UNION ALL
    SELECT p.bill, 'BILL_PAID', p.recorded_at, p.paid_at, p.amount,
           CASE WHEN p.late THEN ARRAY['CASH', 'REVENUE'] ELSE ARRAY['CASH', 'REVENUE', 'BILLED', 'RECEIVABLE'] END
      FROM payment.payment p
), written AS (
    INSERT INTO treasury.entry (what, subject, bill, at, day)
    SELECT what, bill::text, bill, at, (counts AT TIME ZONE 'Asia/Jakarta')::date
      FROM told
    RETURNING id, what, bill
)
INSERT INTO treasury.posting (entry, line, account, amount, currency)
SELECT written.id, leg.line, leg.account, CASE WHEN leg.line % 2 = 1 THEN told.amount ELSE -told.amount END, 'IDR'
  FROM written
  JOIN told ON told.what = written.what AND told.bill = written.bill
 CROSS JOIN unnest(told.accounts) WITH ORDINALITY AS leg (account, line);
