package titian.identity;

/** Why an officer may settle a number that the registry does not confirm. */
enum SettlingReason {
    /** Identity card and family card lie on the counter and agree. */
    ORIGINALS_AGREE,
    /** The civil registry office wrote that the data are being mended. */
    LETTER_OF_REGISTRY,
    /** The civil registry office said so when asked. */
    REGISTRY_ASKED,
    /** The applicant had mistyped something, and the papers show what is right. */
    MISTYPED
}
