package titian.reconciliation;

import java.util.UUID;

/** Names one file of bank or biller. */
public record FileId(UUID value) {

    static FileId next() {
        return new FileId(UUID.randomUUID());
    }

    public static FileId of(String text) {
        return new FileId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
