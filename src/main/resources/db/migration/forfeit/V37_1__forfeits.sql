-- Fees that may be lost, and warnings before they are, are a module of their own.
CREATE SCHEMA forfeit;
ALTER TABLE payment.forfeit SET SCHEMA forfeit;
ALTER TABLE payment.warning SET SCHEMA forfeit;
