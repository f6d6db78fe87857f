package titian.document;

/** A file's key as the table holds it: of no use without the master key it names. */
record SealedKey(String master, byte[] sealed) {

    @Override
    public String toString() {
        return "sealed by " + master;
    }
}
