package titian.contact;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import titian.phone.Carrier;

/**
 * An account's address or phone is on its way to be another: somebody must hear of it.
 *
 * @param carrier what takes the news to a phone; none takes it to an address
 */
public record ContactNews(
        UUID change, Occasion occasion, @Nullable Carrier carrier) {

    /** What there is to hear, and at which end. */
    public enum Occasion {
        /** The new end: a code, or that it is somebody's already. */
        NEW,
        /** The end that must agree: a code, and how to stop it. */
        OLD,
        /** The end to be replaced, where another one agrees: how to stop it. */
        NOTICE,
        /** The end that did not agree in time: until when it can be stopped. */
        WAITING,
        DONE_NEW,
        DONE_OLD,
        STOPPED
    }
}
