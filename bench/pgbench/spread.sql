-- The same over a thousand slots.
\set nik random(1000000000000000, 9999999999999999)
\set slot random(1, 1000)
BEGIN;
UPDATE raw.slot SET taken = taken + 1 WHERE id = :slot AND taken < capacity;
INSERT INTO raw.appointment (slot, nik, held_until, booked_at) VALUES (:slot, :nik, now() + interval '1 hour', now());
COMMIT;
