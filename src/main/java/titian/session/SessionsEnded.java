package titian.session;

import titian.shared.AccountId;

/** The holder of an account ended one or more of its sessions from another. */
public record SessionsEnded(AccountId account, int count) {}
