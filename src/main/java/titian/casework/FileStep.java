package titian.casework;

/** What can be done with a file. Which steps are open is the standing's to say: {@link Standing#open()}. */
enum FileStep {
    /** An officer says of a paper whether it is good. */
    JUDGE,
    /** The papers found bad go back to the applicant. */
    SEND_BACK,
    /** All papers are good: whoever comes will not be turned away for one. */
    APPROVE,
    /** The applicant has replaced what was bad. */
    MEND,
    /** The check waits for somebody outside the office: its clock stands still. */
    PAUSE,
    /** It waits no more. */
    RESUME,
    /** An officer holds that the application must be refused. */
    PROPOSE_REFUSAL,
    /** A second officer holds so too. */
    REFUSE,
    /** A second officer holds otherwise: the papers are checked on. */
    DECLINE_REFUSAL,
    /** What was found ready is looked at again. */
    REOPEN,
    /** The visit is over, or given up. */
    CLOSE,
    /** There is a new visit to check the papers for. */
    REBOOK
}
