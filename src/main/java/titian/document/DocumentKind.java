package titian.document;

/** What a paper proves. The names are those of the requirements' data. */
public enum DocumentKind {
    KTP,
    KK,
    CIVIL_PROOF
}
