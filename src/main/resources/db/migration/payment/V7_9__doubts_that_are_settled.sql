-- Of a bill whose amount is in doubt a treasurer decides that it is asked about again; what was said of it stays as it came.
ALTER TABLE payment.notice
    ADD COLUMN settled_by uuid,
    ADD COLUMN settled_at timestamptz,
    ADD COLUMN why        text NOT NULL DEFAULT '',
    DROP CONSTRAINT a_notice_has_a_verdict,
    ADD CONSTRAINT a_notice_has_a_verdict CHECK (
        verdict IN ('WAITING', 'CONFIRMED', 'WRONG_AMOUNT', 'UNMATCHED', 'CONTRADICTED', 'SET_ASIDE')),
    ADD CONSTRAINT what_is_set_aside_has_a_reason CHECK (
        (verdict = 'SET_ASIDE') = (settled_by IS NOT NULL AND settled_at IS NOT NULL AND length(why) > 0));
CREATE INDEX bill_in_doubt ON payment.bill (id) WHERE doubt = 'WRONG_AMOUNT';
