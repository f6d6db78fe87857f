-- Looks at files by officers who had no task for those files: what shows a pattern of theirs, entry by entry. Worked out
-- from the entries like the patterns themselves.
CREATE TABLE audit.look_without_task (
    entry   bigint PRIMARY KEY,
    account uuid   NOT NULL,
    day     date   NOT NULL,
    file    text   NOT NULL
);
CREATE INDEX look_without_task_by_account ON audit.look_without_task (account, day);
CREATE INDEX look_without_task_by_day ON audit.look_without_task (day);
