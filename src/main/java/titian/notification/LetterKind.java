package titian.notification;

/** The occasions on which people are written to. */
enum LetterKind {
    CODE,
    ALREADY_REGISTERED,
    BILL,
    APPOINTMENT,
    EXPIRED,
    PAID_LATE,
    CANCELLED,
    RELEASE
}
