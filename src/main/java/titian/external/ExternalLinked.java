package titian.external;

import titian.shared.AccountId;

/** A provider of identities now opens this account; its holder is told, in case it was somebody else who linked it. */
public record ExternalLinked(AccountId account) {}
