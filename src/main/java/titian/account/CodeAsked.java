package titian.account;

import java.util.UUID;
import titian.shared.AccountId;

/** Someone wants to confirm their address: it must be sent the digits of this code. */
public record CodeAsked(AccountId account, UUID codeId) {}
