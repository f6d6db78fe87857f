package titian.waitinglist;

import java.util.UUID;

/** Names what somebody waits for. */
public record WishId(UUID value) {

    static WishId next() {
        return new WishId(UUID.randomUUID());
    }

    public static WishId of(String text) {
        return new WishId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
