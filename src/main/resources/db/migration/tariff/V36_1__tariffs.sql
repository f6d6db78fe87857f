-- What things cost is a module of its own.
CREATE SCHEMA tariff;
ALTER TABLE payment.tariff SET SCHEMA tariff;
ALTER TABLE payment.local_tariff SET SCHEMA tariff;
