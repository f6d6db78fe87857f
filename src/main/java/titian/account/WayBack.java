package titian.account;

import java.time.Instant;
import titian.shared.AccountId;

/** A way into an account without its password that may be open: it closes when the account comes to be reached otherwise. */
public interface WayBack {

    /** Closes all that are open, in the caller's transaction. */
    void close(AccountId account, Instant now);
}
