-- Who someone is stands here sealed (docs/adr/0070). An address or a phone is found by its mark.
ALTER TABLE account.account
    DROP CONSTRAINT name_is_short,
    DROP CONSTRAINT email_is_plain,
    DROP CONSTRAINT phone_is_international,
    ADD COLUMN email_mark uuid,
    ADD COLUMN phone_mark uuid,
    -- Not valid yet: rows from before are sealed when the house starts.
    ADD CONSTRAINT who_it_is_stands_sealed CHECK (
        name LIKE '§%' AND email LIKE '§%' AND (phone IS NULL OR phone LIKE '§%')) NOT VALID,
    ADD CONSTRAINT whoever_has_an_address_is_found_by_it CHECK (email_mark IS NOT NULL) NOT VALID,
    ADD CONSTRAINT whoever_has_a_phone_is_found_by_it CHECK ((phone IS NULL) = (phone_mark IS NULL)) NOT VALID;

DROP INDEX account.one_account_per_email;
DROP INDEX account.account_by_phone;
CREATE UNIQUE INDEX one_account_per_email ON account.account (email_mark);
CREATE INDEX account_by_phone ON account.account (phone_mark) WHERE confirmed_at IS NOT NULL;
