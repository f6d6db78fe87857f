-- A way back for whoever forgot the password. Without an account it is one for an unknown address, and fits nobody.
CREATE TABLE account.recovery (
    id         uuid        PRIMARY KEY,
    account    uuid        REFERENCES account.account ON DELETE CASCADE,
    asked_at   timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    tries      int         NOT NULL DEFAULT 0,
    used_at    timestamptz,
    CONSTRAINT a_recovery_bears_five_tries CHECK (tries BETWEEN 0 AND 5),
    CONSTRAINT only_an_account_is_recovered CHECK (account IS NOT NULL OR used_at IS NULL)
);
CREATE INDEX recovery_by_account ON account.recovery (account) WHERE used_at IS NULL;
CREATE INDEX recovery_by_time ON account.recovery (asked_at);
