-- It moves when another key of marks is brought in (docs/adr/0120).
COMMENT ON COLUMN visit.guest.nik_mark IS 'a mark';
