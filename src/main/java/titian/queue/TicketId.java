package titian.queue;

import java.io.Serializable;
import java.util.UUID;

/** Names the queue number of one person on one day. */
public record TicketId(UUID value) implements Serializable {

    public static TicketId next() {
        return new TicketId(UUID.randomUUID());
    }

    public static TicketId of(String text) {
        return new TicketId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
