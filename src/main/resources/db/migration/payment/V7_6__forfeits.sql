-- The moments at which somebody may lose a fee, and when they are to be warned of each (docs/adr/0079).
CREATE TABLE payment.forfeit (
    application uuid        NOT NULL,
    account     uuid        NOT NULL,
    moment      text        NOT NULL,
    lost_at     timestamptz NOT NULL,
    zone        text        NOT NULL,
    warned_at   timestamptz,
    CONSTRAINT one_forfeit_of_a_moment PRIMARY KEY (application, moment),
    CONSTRAINT a_moment_is_known CHECK (moment IN ('WRONG_KIND', 'CHANGE_ENDS', 'REPAIR_ENDS', 'PICKUP_ENDS'))
);
CREATE INDEX forfeit_by_account ON payment.forfeit (account);

-- A warning is gone once it was given, in the same transaction.
CREATE TABLE payment.warning (
    application uuid        NOT NULL,
    moment      text        NOT NULL,
    due_at      timestamptz NOT NULL,
    CONSTRAINT one_warning_at_a_time PRIMARY KEY (application, moment, due_at),
    CONSTRAINT a_warning_is_of_a_forfeit FOREIGN KEY (application, moment)
        REFERENCES payment.forfeit ON DELETE CASCADE
);
CREATE INDEX warning_by_time ON payment.warning (due_at);
