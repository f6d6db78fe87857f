-- The same tables as the application's, with all their keys and rules, for the yardstick alone.
CREATE SCHEMA IF NOT EXISTS raw;
CREATE TABLE raw.bill (LIKE payment.bill INCLUDING ALL);
CREATE TABLE raw.notice (LIKE payment.notice INCLUDING ALL);
CREATE TABLE raw.task (LIKE platform.scheduled_task INCLUDING ALL);

INSERT INTO raw.bill (id, application, account, tariff_code, name_id, name_en, legal_basis, amount, payer, state,
                      billing_code, requested_at, pay_by, issued_at)
SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'PSP_ELEK_5', 'Paspor', 'Passport', 'PP 45/2024', 650000,
       '§' || repeat('x', 60), 'OPEN', '8' || lpad(number::text, 14, '0'), now(), now() + interval '2 hours', now()
  FROM generate_series(1, 50000) AS number;
ANALYZE raw.bill;
