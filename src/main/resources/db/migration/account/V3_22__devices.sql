-- One device behind many accounts is a pattern to look at. A device is known by a number of its own, which stands here
-- only as its digest, and is forgotten when it has not been seen for some time.
CREATE TABLE account.device_use (
    device   text        NOT NULL,
    account  uuid        NOT NULL REFERENCES account.account ON DELETE CASCADE,
    first_at timestamptz NOT NULL,
    last_at  timestamptz NOT NULL,
    CONSTRAINT a_device_is_noted_once_for_an_account PRIMARY KEY (device, account),
    CONSTRAINT a_device_is_known_by_its_digest CHECK (device ~ '^[0-9a-f]{32}$')
);
CREATE INDEX device_use_by_account ON account.device_use (account);
CREATE INDEX device_use_by_time ON account.device_use (last_at);
CREATE INDEX account_by_confirmation ON account.account (confirmed_at);
