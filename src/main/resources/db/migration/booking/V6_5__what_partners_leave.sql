-- From this moment on, what is free of a window that is kept for somebody is everyone's (docs/adr/0111).
ALTER TABLE booking.slot ADD COLUMN everyones_from timestamptz;

-- It names no column that a booking changes: taking a place must not touch an index.
CREATE INDEX slot_to_become_everyones ON booking.slot (everyones_from) WHERE everyones_from IS NOT NULL;
