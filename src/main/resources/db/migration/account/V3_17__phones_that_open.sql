-- A phone shown to be its owner's opens an account as an address does. It opens one: two who share a phone share more.
ALTER TABLE account.account
    ADD COLUMN phone_confirmed_at timestamptz,
    ADD CONSTRAINT only_a_phone_is_confirmed CHECK (phone_confirmed_at IS NULL OR phone_mark IS NOT NULL);
CREATE UNIQUE INDEX one_account_per_confirmed_phone ON account.account (phone_mark) WHERE phone_confirmed_at IS NOT NULL;

-- Whoever has no address is reached by phone.
ALTER TABLE account.account
    ALTER COLUMN email DROP NOT NULL,
    DROP CONSTRAINT whoever_has_an_address_is_found_by_it,
    ADD CONSTRAINT whoever_has_an_address_is_found_by_it CHECK ((email IS NULL) = (email_mark IS NULL)) NOT VALID,
    ADD CONSTRAINT everybody_is_reached CHECK (email IS NOT NULL OR phone IS NOT NULL) NOT VALID;
CREATE UNIQUE INDEX one_account_per_phone_alone ON account.account (phone_mark) WHERE email_mark IS NULL;
