package titian.shared;

/** What a person comes to an office for: each has places of its own. */
public enum ServiceLane {
    /** To apply for a passport: papers, photograph, fingerprints, interview. */
    PASSPORT,
    /** To fetch a finished passport. */
    PICK_UP,
    /** To apply for a visa, at a mission abroad. */
    VISA
}
