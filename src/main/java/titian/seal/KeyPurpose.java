package titian.seal;

/** What a keyset is for: sealing values, or marking them so that equal ones are found. */
enum KeyPurpose {
    SEAL,
    MARK
}
