package titian.phone;

import java.util.UUID;

/**
 * A message to a telephone. It prints without its number and its words.
 *
 * @param id     the same however often it is handed in
 * @param number as the whole world dials it, {@code +6281234567890}
 */
public record TextMessage(UUID id, Carrier carrier, String number, String words) {

    @Override
    public String toString() {
        return "message " + id;
    }
}
