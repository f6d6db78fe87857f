-- Patterns are looked for among what was done lately.
CREATE INDEX entry_by_act ON audit.entry (act, at);
CREATE INDEX entry_by_time ON audit.entry (at);
