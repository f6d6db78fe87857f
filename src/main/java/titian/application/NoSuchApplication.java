package titian.application;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such application, or it is another account's: whoever asks cannot tell which. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class NoSuchApplication extends RuntimeException {

    public NoSuchApplication() {
        super("no such application", null, false, false);
    }
}
