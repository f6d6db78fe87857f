package titian.shared;

/** What an office receives people for, each with windows of its own. */
public enum ServiceLane {
    PASSPORT,
    PICK_UP,
    VISA
}
