package titian.payment;

import java.io.Serializable;
import java.util.UUID;

/** Names one bill. */
public record BillId(UUID value) implements Serializable {

    public static BillId next() {
        return new BillId(UUID.randomUUID());
    }

    public static BillId of(String text) {
        return new BillId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
