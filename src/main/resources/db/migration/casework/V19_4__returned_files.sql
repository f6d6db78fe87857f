-- What went back: read page by page by its office, and swept once the day to mend it has passed.
CREATE INDEX file_returned ON casework.file (office, repair_by, application) WHERE standing = 'RETURNED';
CREATE INDEX file_unmended ON casework.file (repair_by) WHERE standing = 'RETURNED' AND escalated_at IS NULL;

-- Whose file it is, so that one's own other files do not hide a stranger of the same name.
ALTER TABLE casework.file ADD COLUMN nik_mark uuid;
