-- Places of partners are given by whoever acts for one, and each partner sees its own.
ALTER TABLE walkin.walk_in
    ADD COLUMN partner text,
    DROP CONSTRAINT an_officer_gives_what_is_set_aside,
    ADD CONSTRAINT an_officer_gives_what_is_set_aside CHECK (channel IN ('PRIORITY', 'ASSISTED', 'PARTNER')),
    ADD CONSTRAINT a_partner_gives_its_own_places CHECK ((partner IS NOT NULL) = (channel = 'PARTNER'));
