-- Two more occasions to write: a code for whoever forgot the password, and word that it was changed.
ALTER TABLE notification.letter
    DROP CONSTRAINT we_know_the_kind,
    ADD CONSTRAINT we_know_the_kind CHECK (kind IN (
        'CODE', 'ALREADY_REGISTERED', 'FORGOTTEN_PASSWORD', 'CHANGED_PASSWORD', 'BILL', 'APPOINTMENT', 'EXPIRED',
        'PAID_LATE', 'CANCELLED', 'MOVED', 'REMINDER', 'RELEASE', 'OFFER', 'OFFER_ENDING', 'OFFER_MISSED',
        'WAITING_PAUSED', 'WAITING_ENDED', 'MOVE_PROPOSED', 'MOVE_NOT_NEEDED'));
