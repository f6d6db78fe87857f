-- What is paid at counters is a module of its own.
CREATE SCHEMA counterfee;
ALTER TABLE payment.counter_fee SET SCHEMA counterfee;
ALTER TABLE payment.counter_fee_line SET SCHEMA counterfee;
