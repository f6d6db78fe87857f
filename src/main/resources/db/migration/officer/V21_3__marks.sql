-- It moves when another key of marks is brought in (docs/adr/0120).
COMMENT ON COLUMN officer.invitation.email_mark IS 'a mark';
COMMENT ON COLUMN officer.recovery_code.mark IS 'a mark';
