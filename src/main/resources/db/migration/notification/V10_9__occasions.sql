-- The kinds of letters are named by the program; here stands only what a name looks like, so that each module adds its
-- occasions without touching those of the others.
ALTER TABLE notification.letter
    DROP CONSTRAINT we_know_the_kind,
    ADD CONSTRAINT we_know_the_kind CHECK (kind ~ '^[A-Z][A-Z_]{1,39}$');
