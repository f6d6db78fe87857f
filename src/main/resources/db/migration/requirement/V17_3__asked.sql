-- What an application was asked for when it went in: rules that change later do not change it.
CREATE TABLE requirement.asked (
    application uuid        PRIMARY KEY,
    service     text        NOT NULL,
    needs       jsonb       NOT NULL,
    fixed_at    timestamptz NOT NULL
);
