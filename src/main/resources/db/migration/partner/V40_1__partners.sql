-- Institutions that have an agreement with one office. Whoever acts for one is bound to its id in place of an office's.
CREATE SCHEMA partner;

CREATE TABLE partner.partner (
    id       text        PRIMARY KEY,
    office   text        NOT NULL,
    name     text        NOT NULL,
    since    timestamptz NOT NULL,
    ended_at timestamptz,
    CONSTRAINT a_partner_is_known_by_its_sign CHECK (id ~ '^mitra-[0-9a-f]{12}$'),
    CONSTRAINT a_partner_has_a_short_name CHECK (length(name) BETWEEN 1 AND 100)
);
CREATE UNIQUE INDEX one_partner_of_a_name ON partner.partner (office, lower(name)) WHERE ended_at IS NULL;
