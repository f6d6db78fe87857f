-- What the scanner said. A verdict stands; what is infected is kept from everybody and counts for nothing.
ALTER TABLE document.upload
    ADD COLUMN scan text NOT NULL DEFAULT 'UNSCANNED',
    ADD CONSTRAINT upload_is_clean_infected_or_unscanned CHECK (scan IN ('CLEAN', 'INFECTED', 'UNSCANNED'));

CREATE INDEX upload_to_scan ON document.upload (at) WHERE scan = 'UNSCANNED';
