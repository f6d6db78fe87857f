-- Who paid late and whose place had gone is kept the nearest that is as good, for a day (docs/adr/0077).
CREATE TABLE application.kept_place (
    application uuid        PRIMARY KEY REFERENCES application.application ON DELETE CASCADE,
    appointment uuid        NOT NULL,
    until       timestamptz NOT NULL
);
