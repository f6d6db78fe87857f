-- Every payment of a bill beyond the first is asked back by itself. Without one it is the first that is asked back.
ALTER TABLE treasury.refund ADD COLUMN surplus uuid;

UPDATE treasury.refund
   SET surplus = (SELECT subject::uuid
                    FROM treasury.entry
                   WHERE entry.bill = refund.bill AND what = 'BILL_PAID_TWICE'
                   ORDER BY id
                   LIMIT 1)
 WHERE bill IS NOT NULL;

DROP INDEX treasury.one_refund_per_bill;
CREATE UNIQUE INDEX one_refund_per_payment ON treasury.refund (bill, surplus) NULLS NOT DISTINCT
    WHERE bill IS NOT NULL AND state <> 'REFUSED';
