-- What takes the code to a phone, if it goes to one.
ALTER TABLE account.code
    ADD COLUMN carrier text,
    ADD CONSTRAINT we_know_the_carrier CHECK (carrier IN ('SMS', 'WHATSAPP'));
