-- One more occasion to write: a file that was taken turned out to do harm.
ALTER TABLE notification.letter
    DROP CONSTRAINT we_know_the_kind,
    ADD CONSTRAINT we_know_the_kind CHECK (kind IN (
        'CODE', 'ALREADY_REGISTERED', 'FORGOTTEN_PASSWORD', 'CHANGED_PASSWORD', 'PASSKEY_ADDED', 'SIGN_IN_CODE', 'BILL',
        'APPOINTMENT', 'EXPIRED', 'PAID_LATE', 'CANCELLED', 'MOVED', 'REMINDER', 'RELEASE', 'OFFER', 'OFFER_ENDING',
        'OFFER_MISSED', 'WAITING_PAUSED', 'WAITING_ENDED', 'MOVE_PROPOSED', 'MOVE_NOT_NEEDED', 'DOCUMENT_WITHHELD'));
