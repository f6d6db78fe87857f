-- The public half of the keys people's devices hold. Whoever reads this table can open nothing with it.
CREATE SCHEMA passkey;

CREATE TABLE passkey.passkey (
    id               bytea       PRIMARY KEY,
    account          uuid        NOT NULL,
    label            text        NOT NULL,
    public_key       bytea       NOT NULL,
    signatures       bigint      NOT NULL,
    unlocked         boolean     NOT NULL,
    portable         boolean     NOT NULL,
    copied           boolean     NOT NULL,
    transports       text[]      NOT NULL,
    attestation      bytea       NOT NULL,
    attestation_data bytea       NOT NULL,
    made_at          timestamptz NOT NULL,
    last_used_at     timestamptz,
    CONSTRAINT an_id_is_short CHECK (length(id) BETWEEN 1 AND 1023),
    CONSTRAINT a_label_is_a_few_words CHECK (length(label) BETWEEN 1 AND 60)
);
CREATE INDEX passkey_by_account ON passkey.passkey (account, made_at);

COMMENT ON COLUMN passkey.passkey.signatures IS 'how often the device says it has signed; a copy of the key would lag behind';
COMMENT ON COLUMN passkey.passkey.unlocked IS 'whether the holder unlocked the device: by finger, face or PIN';
COMMENT ON COLUMN passkey.passkey.portable IS 'whether the key may follow its holder to another device';
