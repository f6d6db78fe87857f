package titian.account;

import titian.shared.AccountId;

/** An administrator ended the service of this officer; they are to know of it. */
public record ServiceEnded(AccountId officer) {}
