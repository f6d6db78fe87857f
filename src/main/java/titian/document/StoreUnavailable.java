package titian.document;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The document store cannot be written or read just now: its disk is full, broken or away. Nothing was kept. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public final class StoreUnavailable extends RuntimeException {

    StoreUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
