package titian.queue;

import java.util.Objects;
import titian.shared.AccountId;
import titian.shared.OfficeId;
import titian.shared.SignedIn;

/** An officer at work in their office. */
public record Officer(AccountId account, String name, OfficeId office) {

    /** The officer who signed in; only officers get as far as a page that asks this. */
    public static Officer of(SignedIn who) {
        return new Officer(who.account(), who.name(), Objects.requireNonNull(who.office(), "not an officer"));
    }

    @Override
    public String toString() {
        return "officer " + account + " of " + office;
    }
}
