package titian.visit;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such visit, or it is another account's: whoever asks cannot tell which. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchVisit extends RuntimeException {

    NoSuchVisit() {
        super("no such visit", null, false, false);
    }
}
