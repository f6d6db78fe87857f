package titian.contact;

import titian.account.Phone;

/** What an officer may see of an address or a phone: enough to know it again, too little to use it. */
final class Masks {

    private static final int SHOWN = 3;

    private Masks() {}

    /** r•••@gmail.com */
    static String email(String email) {
        var at = email.lastIndexOf('@');
        return at < 1 ? "–" : email.substring(0, 1) + "•••" + email.substring(at);
    }

    /** +62 812 ••• 890 */
    static String phone(String phone) {
        if (phone.isEmpty()) {
            return "–";
        }
        var grouped = Phone.of(phone).grouped();
        return grouped.substring(0, Math.min(grouped.length(), 7)).strip() + " ••• "
                + phone.substring(phone.length() - SHOWN);
    }
}
