-- Everybody wants slot 0: one transaction for each booking.
\set nik random(1000000000000000, 9999999999999999)
BEGIN;
UPDATE raw.slot SET taken = taken + 1 WHERE id = 0 AND taken < capacity;
INSERT INTO raw.appointment (slot, nik, held_until, booked_at) VALUES (0, :nik, now() + interval '1 hour', now());
COMMIT;
