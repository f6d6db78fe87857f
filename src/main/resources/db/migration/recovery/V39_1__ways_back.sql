-- The ways back in move into a room of their own; no foreign key crosses a schema.
CREATE SCHEMA recovery;
ALTER TABLE account.recovery SET SCHEMA recovery;
ALTER TABLE recovery.recovery DROP CONSTRAINT recovery_account_fkey;
