-- Who did what, when, to what. Written once, by whoever did it, and never changed: entries are added without waiting
-- for each other, and linked into one chain afterwards, in the order in which they are linked.
CREATE SCHEMA audit;

CREATE TABLE audit.entry (
    id      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL,
    account uuid,                   -- nobody: the house itself, by a sweep or a task
    role    text        NOT NULL,
    office  text        NOT NULL,
    act     text        NOT NULL,
    kind    text        NOT NULL,
    subject text        NOT NULL,
    before  text        NOT NULL,
    after   text        NOT NULL,
    why     text        NOT NULL,
    request text        NOT NULL,
    CONSTRAINT an_act_has_a_name CHECK (act ~ '^[A-Z][A-Z_]{2,40}$')
);
CREATE INDEX entry_by_account ON audit.entry (account, id);
CREATE INDEX entry_by_subject ON audit.entry (kind, subject, id);

CREATE TABLE audit.link (
    seq   bigint PRIMARY KEY,
    entry bigint NOT NULL REFERENCES audit.entry,
    day   date   NOT NULL,
    hash  bytea  NOT NULL,
    CONSTRAINT an_entry_is_linked_once UNIQUE (entry),
    CONSTRAINT a_hash_has_32_bytes CHECK (length(hash) = 32)
);
CREATE INDEX link_by_day ON audit.link (day, seq);

CREATE TABLE audit.head (
    day       date        PRIMARY KEY,
    seq       bigint      NOT NULL,
    hash      bytea       NOT NULL,
    signature bytea       NOT NULL,
    signed_at timestamptz NOT NULL
);

-- Not even the application changes what stands here. Whoever owns the database can; the chain and its signed heads show it.
CREATE FUNCTION audit.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what the audit holds is never changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER entries_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER links_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.link
    FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER heads_are_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.head
    FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
REVOKE UPDATE, DELETE, TRUNCATE ON audit.entry, audit.link, audit.head FROM CURRENT_USER, PUBLIC;
