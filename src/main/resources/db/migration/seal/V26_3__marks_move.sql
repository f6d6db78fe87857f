-- A key of marks that is being brought in (docs/adr/0120). Marks of it end in its number.
CREATE TABLE seal.moving (
    one     boolean     PRIMARY KEY DEFAULT true,
    ending  text        NOT NULL,
    begun   boolean     NOT NULL,   -- every node knows the key: marks move
    since   timestamptz NOT NULL,
    CONSTRAINT one_key_at_a_time CHECK (one),
    CONSTRAINT a_key_has_a_number CHECK (ending ~ '^[0-9a-f]{8}0000$')
);

-- What became of each former mark, for as long as somebody may still hold it in hand.
CREATE TABLE seal.moved (
    former  uuid PRIMARY KEY,
    present uuid NOT NULL
);

-- The columns of marks, as their modules name them by a comment.
CREATE TABLE seal.marked (
    home text NOT NULL,
    name text NOT NULL,
    PRIMARY KEY (home, name)
);

-- The mark of a text that has this former and that present one. A former one moves here, in every column at one moment:
-- nobody is ever found by both, so whatever is unique among marks stays so. Who may only read is told where it stands.
CREATE FUNCTION seal.present_mark(was uuid, becomes uuid) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
    under_way boolean;
    place     seal.marked;
BEGIN
    SELECT begun INTO under_way FROM seal.moving;
    IF under_way IS NULL THEN
        RETURN becomes;
    ELSIF NOT under_way THEN
        RETURN was;
    ELSIF EXISTS (SELECT FROM seal.moved WHERE former = was) THEN
        RETURN becomes;
    END IF;
    IF current_setting('transaction_read_only')::boolean THEN
        PERFORM pg_advisory_xact_lock_shared(hashtextextended(was::text, 26));
        RETURN CASE WHEN EXISTS (SELECT FROM seal.moved WHERE former = was) THEN becomes ELSE was END;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended(was::text, 26));
    IF EXISTS (SELECT FROM seal.moved WHERE former = was) THEN
        RETURN becomes;
    END IF;
    INSERT INTO seal.moved (former, present) VALUES (was, becomes);
    FOR place IN SELECT * FROM seal.marked LOOP
        EXECUTE format('UPDATE %s SET %I = $1 WHERE %I = $2', place.home, place.name, place.name) USING becomes, was;
    END LOOP;
    RETURN becomes;
END $$;

-- Whoever still holds a former mark in hand when it has moved writes the present one.
CREATE FUNCTION seal.write_present_mark() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    written uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
    becomes uuid;
BEGIN
    IF written IS NOT NULL THEN
        PERFORM pg_advisory_xact_lock_shared(hashtextextended(written::text, 26));
        SELECT present INTO becomes FROM seal.moved WHERE former = written;
        IF FOUND THEN
            NEW := jsonb_populate_record(NEW, jsonb_build_object(TG_ARGV[0], becomes));
        END IF;
    END IF;
    RETURN NEW;
END $$;

-- Lets a column of marks be watched, or no longer; whoever owns its table may.
CREATE FUNCTION seal.watch_mark(home text, name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE OR REPLACE TRIGGER %I BEFORE INSERT OR UPDATE OF %I ON %s '
                   'FOR EACH ROW EXECUTE FUNCTION seal.write_present_mark(%L)', 'mark_of_' || name, name, home, name);
END $$;

CREATE FUNCTION seal.stop_watching_mark(home text, name text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('DROP TRIGGER IF EXISTS %I ON %s', 'mark_of_' || name, home);
END $$;
