package titian.outside;

/** Something asked that cannot be answered; the message tells the asker, in Indonesian, what to mend. */
final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadRequest(String message) {
        super(message);
    }

    BadRequest(String message, Throwable cause) {
        super(message, cause);
    }
}
