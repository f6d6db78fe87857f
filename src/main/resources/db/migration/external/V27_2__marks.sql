-- It moves when another key of marks is brought in (docs/adr/0120).
COMMENT ON COLUMN external.link.holder IS 'a mark';
