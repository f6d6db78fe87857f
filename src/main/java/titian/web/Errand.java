package titian.web;

/** What an officer is about on a page that shows people: why they look, as the audit keeps it. */
public enum Errand {
    CHECKING_PAPERS,
    SUPERVISION,
    COUNTER_SERVICE,
    ARRIVALS,
    ACCOUNT_RECOVERY,
    GIVING_A_PLACE,
    INTERVIEW,
    EXAMINATION,
    HANDING_OVER,
    TAKING_MONEY,
    REFUND,
    RECONCILIATION,
    STAFF,
    PLANNING,
    DATA_REQUEST,
    BREACH
}
