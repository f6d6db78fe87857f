-- What was noticed, so that the page that shows it need not look through weeks of entries. It is worked out from the
-- entries and proves nothing by itself.
CREATE TABLE audit.alarm (
    kind    text   NOT NULL,
    account uuid   NOT NULL,
    day     date   NOT NULL,
    count   bigint NOT NULL,
    CONSTRAINT a_pattern_is_noticed_once_a_day PRIMARY KEY (kind, account, day)
);
CREATE INDEX alarm_by_day ON audit.alarm (day);
-- Whoever gave up a visit lately is looked at, and nobody else.
CREATE INDEX entry_of_giving_up ON audit.entry (at) WHERE act = 'APPLICATION_MOVED' AND after = 'CANCELLED';
-- A page that stays open is one look.
CREATE INDEX look_by_account ON audit.entry (account, at) WHERE act = 'LOOKED';
