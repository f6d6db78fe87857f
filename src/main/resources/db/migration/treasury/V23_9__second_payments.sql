-- Bills whose money is their payer's to have back; they wait for a treasurer until it is asked back.
CREATE TABLE treasury.second_payment (
    bill     uuid        PRIMARY KEY,
    noted_at timestamptz NOT NULL
);

-- What was paid twice before there was a list of it.
INSERT INTO treasury.second_payment
SELECT bill, min(at)
  FROM treasury.entry
 WHERE what = 'BILL_PAID_TWICE'
 GROUP BY bill;
