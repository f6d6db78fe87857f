package titian.application;

/** What can be asked for. More services come with their own forms. */
enum RequestedService {
    /** A first passport for a citizen aged 17 or over (Permenkumham 8/2014). */
    NEW_ADULT;

    /** The key of its name among our texts. */
    String text() {
        return "application.service." + name();
    }
}
