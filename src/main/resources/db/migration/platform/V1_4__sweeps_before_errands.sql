-- What is done again and again goes before errands, however many of these wait: else a storm of notices would keep places from
-- being given back and people from being reminded.
UPDATE platform.scheduled_task SET priority = CASE WHEN task_instance = 'recurring' THEN 90 ELSE 50 END;
CREATE INDEX scheduled_task_by_turn ON platform.scheduled_task (priority DESC, execution_time);
DROP INDEX platform.scheduled_task_by_time;
