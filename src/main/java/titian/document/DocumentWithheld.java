package titian.document;

import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** A file this account handed in turned out to do harm after it was taken; nobody sees it any more. */
public record DocumentWithheld(AccountId account, ApplicationId application) {}
