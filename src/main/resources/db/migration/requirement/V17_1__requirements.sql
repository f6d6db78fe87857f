-- The papers each service asks for have a module of their own.
CREATE SCHEMA requirement;
ALTER TABLE application.requirement SET SCHEMA requirement;
