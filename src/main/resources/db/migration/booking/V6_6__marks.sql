-- It moves when another key of marks is brought in (docs/adr/0120).
COMMENT ON COLUMN booking.appointment.person IS 'a mark';
