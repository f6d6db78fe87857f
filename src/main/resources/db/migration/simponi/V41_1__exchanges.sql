-- What was asked of the biller, and what it answered, belongs to the module that asks it.
CREATE SCHEMA simponi;
ALTER TABLE payment.exchange SET SCHEMA simponi;
