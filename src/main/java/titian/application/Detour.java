package titian.application;

/** The page asked for is not open now; this one is. */
class Detour extends RuntimeException {

    private final String to;

    Detour(String to) {
        super("not open now", null, false, false);
        this.to = to;
    }

    String to() {
        return to;
    }
}
