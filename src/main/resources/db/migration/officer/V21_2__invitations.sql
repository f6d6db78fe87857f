-- Who was asked to become an officer. The key in the letter's link is not here: it follows from the id and our key.
CREATE TABLE officer.invitation (
    id           uuid        PRIMARY KEY,
    name         text        NOT NULL,
    email        text        NOT NULL,
    email_mark   uuid        NOT NULL,
    office       text        NOT NULL,
    roles        text[]      NOT NULL,
    invited_by   uuid,
    invited_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    used_at      timestamptz,
    withdrawn_at timestamptz,
    account      uuid,
    CONSTRAINT who_is_asked_stands_sealed CHECK (name LIKE '§%' AND email LIKE '§%'),
    CONSTRAINT somebody_is_asked_to_something CHECK (cardinality(roles) > 0),
    CONSTRAINT an_invitation_ends_one_way CHECK (used_at IS NULL OR withdrawn_at IS NULL),
    CONSTRAINT whoever_used_it_is_known CHECK ((used_at IS NULL) = (account IS NULL))
);
CREATE UNIQUE INDEX one_open_invitation ON officer.invitation (email_mark, office)
 WHERE used_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX invitation_by_office ON officer.invitation (office, invited_at);
CREATE INDEX invitation_by_account ON officer.invitation (account) WHERE account IS NOT NULL;
