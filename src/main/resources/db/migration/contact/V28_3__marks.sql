-- It moves when another key of marks is brought in (docs/adr/0120).
COMMENT ON COLUMN contact.change.after_mark IS 'a mark';
