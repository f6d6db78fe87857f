-- What is answered in a form has a module of its own; it is forgotten there when a draft is.
CREATE SCHEMA form;
ALTER TABLE application.answers DROP CONSTRAINT answers_application_fkey;
ALTER TABLE application.answers SET SCHEMA form;
