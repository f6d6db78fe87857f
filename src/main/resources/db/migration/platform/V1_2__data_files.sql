-- Which edition of each data file in the program was loaded last. Its row is the lock under which a file is loaded.
CREATE TABLE platform.data_file (
    name      text        PRIMARY KEY,
    sha256    text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    rows      int         NOT NULL,
    loaded_at timestamptz NOT NULL
);
