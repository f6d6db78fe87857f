-- What a session was called before somebody signed in to it.
ALTER TABLE platform.session ADD COLUMN former_ids char(36)[] NOT NULL DEFAULT '{}';
