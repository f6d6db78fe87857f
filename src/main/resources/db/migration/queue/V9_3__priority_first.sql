-- Within an hour those are called first whom the law lets go first (docs/adr/0108): their numbers begin with a P.
DROP INDEX queue.ticket_by_turn;
CREATE INDEX ticket_by_turn ON queue.ticket (office, day, due_at, (letter <> 'P'), arrived_at, number)
    WHERE state = 'WAITING';
