-- Until when partners may take what is kept for them: so many days before the visit, at this hour of the office. What they
-- leave is everyone's then. Without it their places stay theirs.
ALTER TABLE office.template
    ADD COLUMN partner_days_before smallint,
    ADD COLUMN partner_until time,
    ADD CONSTRAINT partners_have_a_day_and_an_hour_or_no_end
        CHECK ((partner_days_before IS NULL) = (partner_until IS NULL) AND partner_days_before BETWEEN 0 AND 14);
