-- It moves when another key of marks is brought in (docs/adr/0120).
COMMENT ON COLUMN application.application.nik_mark IS 'a mark';
