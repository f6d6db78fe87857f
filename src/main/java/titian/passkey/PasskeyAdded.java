package titian.passkey;

import titian.shared.AccountId;

/** A passkey now opens this account; its holder is told, in case it was somebody else who added it. */
public record PasskeyAdded(AccountId account) {}
