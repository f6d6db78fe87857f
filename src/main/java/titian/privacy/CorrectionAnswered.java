package titian.privacy;

import titian.shared.AccountId;

/** Somebody's request to have data put right was answered. */
public record CorrectionAnswered(AccountId account) {}
