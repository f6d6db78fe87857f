-- When a scanner was last asked about a file and had no answer: the others are asked about first.
ALTER TABLE document.upload ADD COLUMN scan_tried_at timestamptz;

DROP INDEX document.upload_to_scan;
CREATE INDEX upload_to_scan ON document.upload (COALESCE(scan_tried_at, at)) WHERE scan = 'UNSCANNED';
