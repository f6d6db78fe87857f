package titian.shared;

/**
 * Something that was done, to be kept by the audit: published in the transaction that does it, so that one is written if
 * and only if the other is. It says ids and the names of states; never who a person is.
 *
 * @param what   a name in capitals, as in {@code TICKET_CALLED}
 * @param kind   what it was done to, as in {@code application}
 * @param subject its id
 * @param before the state it was in, or nothing
 * @param after  the state it is in now, or nothing
 * @param why    the reason its doer gave, or nothing
 */
public record Act(String what, String kind, String subject, String before, String after, String why) {

    public static Act of(String what, String kind, Object subject) {
        return new Act(what, kind, subject.toString(), "", "", "");
    }

    /** The same, saying from which state to which it led. */
    public Act from(String state, String to) {
        return new Act(what, kind, subject, state, to, why);
    }

    @Override
    public String toString() {
        return what + " " + kind + " " + subject;
    }
}
