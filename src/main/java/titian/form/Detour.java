package titian.form;

/** The page asked for is not open now; this one is. */
public class Detour extends RuntimeException {

    private final String to;

    public Detour(String to) {
        super("not open now", null, false, false);
        this.to = to;
    }

    String to() {
        return to;
    }
}
