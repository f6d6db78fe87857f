package titian.recovery;

/** What digits are for that lead in without a password; for anything else they do not count. */
enum Purpose {
    PASSWORD("/masuk/lupa", "/masuk/lupa/kode", "recovery/lupa"),
    SIGN_IN("/masuk/kode", "/masuk/kode/angka", "recovery/masuk-kode");

    private final String path;
    private final String digits;
    private final String view;

    Purpose(String path, String digits, String view) {
        this.path = path;
        this.digits = digits;
        this.view = view;
    }

    /** Where the address they go to is asked for. */
    String path() {
        return path;
    }

    /** Where the phone they go to is asked for. */
    String phone() {
        return path + "/ponsel";
    }

    /** Where the digits are typed. */
    String digits() {
        return digits;
    }

    /** The page that asks for the address they go to. */
    String view() {
        return view;
    }
}
