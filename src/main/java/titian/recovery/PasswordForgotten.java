package titian.recovery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import titian.phone.Carrier;

/**
 * Someone says they forgot the password of an address. It is announced for every address, known or not, so that nobody
 * can tell them apart by the time it takes; only a known one gets a letter.
 *
 * @param carrier what takes it to a phone; none takes it to an address
 */
public record PasswordForgotten(UUID recovery, @Nullable Carrier carrier) {}
