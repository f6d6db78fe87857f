-- The digits that give another password do not sign in, and the other way round.
ALTER TABLE account.recovery
    ADD COLUMN purpose text NOT NULL DEFAULT 'PASSWORD',
    ADD CONSTRAINT we_know_the_purpose CHECK (purpose IN ('PASSWORD', 'SIGN_IN'));
ALTER TABLE account.recovery ALTER COLUMN purpose DROP DEFAULT;
