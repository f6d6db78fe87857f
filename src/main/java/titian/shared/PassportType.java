package titian.shared;

/** The kind of book: without or with a chip. Which kinds an office issues changes with time. */
public enum PassportType {
    NON_ELECTRONIC,
    ELECTRONIC
}
