package titian.document;

/** What a scanner said of a file, or that none has said anything yet. */
enum Scan {
    CLEAN,
    INFECTED,
    UNSCANNED
}
