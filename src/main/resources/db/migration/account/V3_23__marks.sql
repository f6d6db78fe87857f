-- It moves when another key of marks is brought in (docs/adr/0120).
COMMENT ON COLUMN account.account.email_mark IS 'a mark';
COMMENT ON COLUMN account.account.phone_mark IS 'a mark';
