-- What still waits for somebody else shortly before its visit is swept without reading all that is paused.
CREATE INDEX file_paused_by_visit ON casework.file (visit_at) WHERE standing = 'PAUSED' AND escalated_at IS NULL;
