-- A notice that names no bill of ours is set aside too, once somebody has looked.
ALTER TABLE payment.notice
    DROP CONSTRAINT only_a_matched_notice_is_judged,
    ADD CONSTRAINT only_a_matched_notice_is_judged CHECK (
        verdict = 'SET_ASIDE' OR (bill IS NULL) = (verdict = 'UNMATCHED'));
