package titian.account;

/** What digits are for that lead in without a password; for anything else they do not count. */
enum Purpose {
    PASSWORD("/masuk/lupa/kode", "account/lupa"),
    SIGN_IN("/masuk/kode/angka", "account/masuk-kode");

    private final String digits;
    private final String view;

    Purpose(String digits, String view) {
        this.digits = digits;
        this.view = view;
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
