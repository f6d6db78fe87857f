package titian.application;

/** What can happen to an application. Which steps are open is the stage's to say: {@link Stage#open()}. */
public enum Step {
    /** The form goes in with a time and a bill. Until then, and only then, answers may be changed. */
    SUBMIT,
    /** The fee has been paid and the visit is certain. */
    SCHEDULE,
    /** Nobody paid in time. */
    EXPIRE,
    /** The fee was paid after the place had been given back, and that place is no longer free. */
    PAY_LATE,
    CHECK_IN,
    START_SERVICE,
    FINISH_SERVICE,
    MISS,
    /** The applicant gives the visit up. */
    CANCEL,
    /** The office says no: before the visit by two officers, after it by its head. */
    REFUSE,
    /** The head of the office puts it off for months. */
    SUSPEND,
    /** The months are over. */
    RESUME
}
