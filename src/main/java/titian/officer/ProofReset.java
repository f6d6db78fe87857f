package titian.officer;

import titian.shared.AccountId;

/** An administrator took away what this officer shows beside the password; they are to know of it. */
public record ProofReset(AccountId officer) {}
