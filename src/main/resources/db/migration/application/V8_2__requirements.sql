CREATE SCHEMA IF NOT EXISTS application;

-- Which papers each service asks for, from the data file. Of the papers of one group, one is enough.
CREATE TABLE application.requirement (
    service    text     NOT NULL,
    seq        smallint NOT NULL,
    document   text     NOT NULL,
    name_id    text     NOT NULL,
    name_en    text     NOT NULL,
    obligation text     NOT NULL,
    one_of     text,
    mark       text     NOT NULL,
    source     text     NOT NULL,
    CONSTRAINT a_paper_is_asked_for_once PRIMARY KEY (service, document),
    CONSTRAINT obligation_is_known CHECK (obligation IN ('MANDATORY', 'ONE_OF', 'CONDITIONAL', 'SYSTEM')),
    CONSTRAINT alternatives_name_their_group CHECK ((obligation = 'ONE_OF') = (one_of IS NOT NULL))
);
