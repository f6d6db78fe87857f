package titian.questionnaire;

/** What somebody wants of the office. */
public enum Errand {
    /** A passport, the first or another one. */
    PASSPORT,
    /** Another passport, asked for at a mission. */
    ABROAD,
    /** A paper to travel home with. */
    SPLP,
    /** Officers to come to a group. */
    GROUP,
    PICKUP_SELF,
    PICKUP_FAMILY,
    PICKUP_PROXY;

    /** The key of its name among our texts. */
    public String text() {
        return "questionnaire.errand." + name();
    }

    /** Whether the trip is asked about: purpose, length, country. */
    public boolean isForTravel() {
        return this == PASSPORT || this == ABROAD || this == SPLP;
    }

    /** Whether an old passport is asked about. */
    public boolean mayReplace() {
        return this == PASSPORT || this == ABROAD;
    }

    /** Whether somebody else than the applicant comes. */
    public boolean isForAnother() {
        return this == PICKUP_FAMILY || this == PICKUP_PROXY;
    }
}
