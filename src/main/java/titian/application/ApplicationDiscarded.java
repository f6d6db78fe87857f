package titian.application;

import titian.shared.AccountId;
import titian.shared.ApplicationId;

/** A draft of this account and all its answers were thrown away. */
public record ApplicationDiscarded(ApplicationId application, AccountId account) {}
