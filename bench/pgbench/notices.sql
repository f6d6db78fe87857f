-- What keeping a notice writes, as one transaction: the notice, the errand to check it, and that the bill is in doubt.
\set number random(1, 50000)
BEGIN;
UPDATE raw.bill SET doubt = 'NOTICED' WHERE billing_code = '8' || lpad((:number)::text, 14, '0') AND state IN ('REQUESTED', 'OPEN');
INSERT INTO raw.notice (id, way, reference, number, ntb, ntpn, total, bill, verdict, received_at)
VALUES (gen_random_uuid(), 'BILLING_CODE', md5((:number)::text), '8' || lpad((:number)::text, 14, '0'), '123456789012',
        left(md5(random()::text), 16), 650000, gen_random_uuid(), 'WAITING', now());
INSERT INTO raw.task (task_name, task_instance, task_data, execution_time, picked, version)
VALUES ('check-notice', gen_random_uuid()::text, 'a few words of data that name the notice'::bytea, now(), false, 1);
COMMIT;
