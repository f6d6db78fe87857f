-- A letter may go to a phone. The kinds are named by the program; here stands only what a name looks like, so that each
-- module adds its occasions without touching those of the others.
ALTER TABLE notification.letter
    ADD COLUMN carrier text,
    ADD CONSTRAINT we_know_the_carrier CHECK (carrier IN ('SMS', 'WHATSAPP')),
    DROP CONSTRAINT we_know_the_kind,
    ADD CONSTRAINT we_know_the_kind CHECK (kind ~ '^[A-Z][A-Z_]{1,39}$');
