-- Spring Session's own table, in our schema.
CREATE TABLE platform.session (
    primary_id            char(36)     NOT NULL,
    session_id            char(36)     NOT NULL,
    creation_time         bigint       NOT NULL,
    last_access_time      bigint       NOT NULL,
    max_inactive_interval int          NOT NULL,
    expiry_time           bigint       NOT NULL,
    principal_name        varchar(100),
    CONSTRAINT session_pk PRIMARY KEY (primary_id)
);
CREATE UNIQUE INDEX session_by_id ON platform.session (session_id);
CREATE INDEX session_by_expiry ON platform.session (expiry_time);
CREATE INDEX session_by_principal ON platform.session (principal_name);

CREATE TABLE platform.session_attributes (
    session_primary_id char(36)     NOT NULL,
    attribute_name     varchar(200) NOT NULL,
    attribute_bytes    bytea        NOT NULL,
    CONSTRAINT session_attributes_pk PRIMARY KEY (session_primary_id, attribute_name),
    CONSTRAINT session_attributes_fk FOREIGN KEY (session_primary_id)
        REFERENCES platform.session (primary_id) ON DELETE CASCADE
);

-- db-scheduler's own table, in our schema: work that must happen.
CREATE TABLE platform.scheduled_task (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_task_by_time ON platform.scheduled_task (execution_time);
CREATE INDEX scheduled_task_by_heartbeat ON platform.scheduled_task (last_heartbeat);

-- What changed, for screens that were away: they ask for everything after the last one they saw.
CREATE TABLE platform.live_event (
    id    bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic text        NOT NULL CHECK (topic ~ '^[a-z0-9:-]{1,100}$'),
    at    timestamptz NOT NULL
);
CREATE INDEX live_event_by_topic ON platform.live_event (topic, id);
