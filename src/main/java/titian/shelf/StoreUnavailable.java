package titian.shelf;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A stored document cannot be read just now, or whoever sends one has gone away: nobody is there who could mend it. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public final class StoreUnavailable extends RuntimeException {

    StoreUnavailable(String message) {
        super(message);
    }

    public StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
