-- Live events have a module, and with it a schema, of their own.
CREATE SCHEMA live;
ALTER TABLE platform.live_event SET SCHEMA live;
ALTER TABLE live.live_event RENAME TO event;
ALTER INDEX live.live_event_by_topic RENAME TO event_by_topic;
