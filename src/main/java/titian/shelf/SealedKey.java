package titian.shelf;

/** A file's key as the table holds it: of no use without the master key it names. */
public record SealedKey(String master, byte[] sealed) {

    @Override
    public String toString() {
        return "sealed by " + master;
    }
}
