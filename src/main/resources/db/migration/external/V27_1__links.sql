CREATE SCHEMA IF NOT EXISTS external;

-- Who somebody is at another provider of identities, and which account that opens. What they are called there stands as a
-- mark only.
CREATE TABLE external.link (
    provider  text        NOT NULL,
    holder    uuid        NOT NULL,   -- the mark of the provider's own name for the person
    account   uuid        NOT NULL,
    linked_at timestamptz NOT NULL,
    used_at   timestamptz,
    PRIMARY KEY (provider, holder),
    CONSTRAINT a_provider_has_a_short_name CHECK (provider ~ '^[a-z0-9][a-z0-9-]{0,40}$'),
    CONSTRAINT one_link_per_provider UNIQUE (account, provider)
);
