package titian.office;

/** Who picks the day and the hour of a visit: the person, or the office's system within the person's wishes. */
public enum Assignment {
    CHOSEN,
    ASSIGNED
}
