package titian.entry;

import titian.shared.AccountId;

/** An account has another password: its holder must hear of it, in case it was not them. */
public record PasswordChanged(AccountId account) {}
