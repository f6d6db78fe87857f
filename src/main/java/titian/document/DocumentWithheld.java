package titian.document;

import titian.shared.AccountId;

/** A file this account handed in turned out to do harm after it was taken; nobody sees it any more. */
public record DocumentWithheld(AccountId account) {}
