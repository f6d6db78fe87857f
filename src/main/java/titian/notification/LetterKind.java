package titian.notification;

/** The occasions on which people are written to. */
enum LetterKind {
    CODE,
    ALREADY_REGISTERED,
    FORGOTTEN_PASSWORD,
    CHANGED_PASSWORD,
    PASSKEY_ADDED,
    SIGN_IN_CODE,
    BILL,
    APPOINTMENT,
    EXPIRED,
    PAID_LATE,
    CANCELLED,
    MOVED,
    REMINDER,
    RELEASE,
    MOVE_PROPOSED,
    MOVE_NOT_NEEDED,
    OFFER,
    OFFER_ENDING,
    OFFER_MISSED,
    WAITING_PAUSED,
    WAITING_ENDED,
    DOCUMENT_WITHHELD,
    FEE_CHANGE_ENDS,
    FEE_REPAIR_ENDS,
    FEE_PICKUP_ENDS
}
