-- How often something was tried moves into a room of its own.
CREATE SCHEMA allowance;
ALTER TABLE account.tally SET SCHEMA allowance;
