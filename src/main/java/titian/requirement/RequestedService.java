package titian.requirement;

/** What can be asked for, by the codes of the list of requirements. */
public enum RequestedService {
    /** A first passport for a citizen aged 17 or over (Permenkumham 8/2014): the one that has a form here so far. */
    NEW_ADULT,
    /** A first passport for a child. */
    NEW_CHILD,
    /** Another passport in place of one that has run out or soon will. */
    REPLACE_EXPIRY,
    /** The same for a child. */
    REPLACE_CHILD;

    /** The key of its name among our texts. */
    public String text() {
        return "requirement.asked." + name();
    }
}
