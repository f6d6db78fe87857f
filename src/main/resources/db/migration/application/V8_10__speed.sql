-- How soon the passport was promised when the form went in: what the bill says, said to the officers.
ALTER TABLE application.application
    ADD COLUMN speed text NOT NULL DEFAULT 'REGULAR',
    ADD CONSTRAINT speed_is_known CHECK (speed IN ('REGULAR', 'SAME_DAY'));
