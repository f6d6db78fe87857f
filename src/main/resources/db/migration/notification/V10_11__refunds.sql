-- More occasions to write: what becomes of money asked back. Which occasions there are is said once, by the program.
ALTER TABLE notification.letter
    DROP CONSTRAINT IF EXISTS we_know_the_kind,
    ADD CONSTRAINT we_know_the_kind CHECK (kind ~ '^[A-Z][A-Z_]{1,39}$');
