-- It moves when another key of marks is brought in (docs/adr/0120).
COMMENT ON COLUMN casework.file.person_mark IS 'a mark';
COMMENT ON COLUMN casework.file.nik_mark IS 'a mark';
