package titian.account;

import titian.shared.AccountId;

/**
 * A way into an account besides its password that somebody signed in has added. Whoever takes an account back cannot know
 * who that was: it is put away.
 */
public interface AddedWay {

    /** Puts away all of the account's, in the caller's transaction. */
    void putAway(AccountId account);
}
