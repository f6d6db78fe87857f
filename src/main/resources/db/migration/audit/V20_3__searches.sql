-- Auditors look for a number without saying of what kind it is, and for all of one office.
DROP INDEX audit.entry_by_subject;
CREATE INDEX entry_by_subject ON audit.entry (subject, id);
CREATE INDEX entry_by_office ON audit.entry (office, id) WHERE office <> '';
